namespace SummitDashboard.Data.Database.FullText;

/// <summary>In which order entries are found.</summary>
internal enum FullTextOrder
{
    /// <summary>As they were put there.</summary>
    AsPut,

    /// <summary>By BM25.</summary>
    Likely,

    /// <summary>
    /// By BM25 of the words alone. It first counts the rows of every word and tag that it is asked with, so tags that most rows have are
    /// left to a second question.
    /// </summary>
    LikelyByWords,

    /// <summary>
    /// By how many of the phrases they have, then the shorter first. BM25 weighs a word by how many of all rows have it, those that may not
    /// be found among them, and tells of these by the order; this does not.
    /// </summary>
    ByPhrases,
}
