namespace DocBuilder;

/// <summary>Where articles come from: a file, a folder of them, or a stream.</summary>
public sealed class ArticleInput
{
    private ArticleInput(string name, Stream? stream, string? baseFolder)
    {
        Name = name;
        Stream = stream;
        BaseFolder = baseFolder;
    }

    /// <summary>The path, or the name given to a stream.</summary>
    public string Name { get; }

    /// <summary>The stream; null for a path.</summary>
    internal Stream? Stream { get; }

    /// <summary>The folder whose files a streamed article may show as pictures; null for none.</summary>
    internal string? BaseFolder { get; }

    /// <summary>
    /// A file, whatever its extension, or a folder: every .html, .htm, .xhtml, .xht, .mhtml, .mht, .md, .markdown and .txt in it and in its folders, in ordinal order of their paths;
    /// hidden files, and the <c>_files</c> folders that browsers save beside a page, are left out.
    /// </summary>
    public static ArticleInput FromPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(path, null, null);
    }

    /// <summary>
    /// An article read from a stream, from where that stands to its end, when its turn comes. The stream need not seek and stays open. Since it is then at its
    /// end, such an input serves one build.
    /// </summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="name">
    /// The name in messages and, without its extension, of the files that are written. The extension tells the format; without one, text that has no tags
    /// is plain text and everything else is HTML.
    /// </param>
    /// <param name="baseFolder">The folder whose files the article may show as pictures; null for none.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or the name is empty.</exception>
    public static ArticleInput FromStream(Stream stream, string name, string? baseFolder = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        }

        return new(name, stream, baseFolder);
    }
}
