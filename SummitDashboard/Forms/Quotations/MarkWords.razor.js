// What is selected in a field; a field keeps its selection while a button is pressed.
export const selected = ({ value, selectionStart, selectionEnd }) => ({ text: value, start: selectionStart, end: selectionEnd });
