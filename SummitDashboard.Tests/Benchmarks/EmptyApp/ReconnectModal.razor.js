const modal = document.getElementById('components-reconnect-modal');
modal.addEventListener('components-reconnect-state-changed', e => e.detail.state === 'show' ? modal.showModal() : modal.close());
