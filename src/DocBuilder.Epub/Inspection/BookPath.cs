namespace DocBuilder.Epub.Inspection;

/// <summary>Addresses inside a book (EPUB 3.3, 4.2.4): relative to the file that they stand in, percent-encoded, never beyond the root.</summary>
internal static class BookPath
{
    /// <summary>Whether the address names another resource than a file of the book: it has a scheme, or a host.</summary>
    public static bool IsElsewhere(string address)
    {
        var colon = address.IndexOfAny([':', '/', '?', '#']);
        return address.StartsWith("//", StringComparison.Ordinal) || (colon > 0 && address[colon] == ':' && char.IsAsciiLetter(address[0]));
    }

    /// <summary>The file that an address names, and the place in it.</summary>
    /// <param name="by">The file in which the address stands.</param>
    /// <param name="address">The address.</param>
    /// <returns>Null when it leads out of the book.</returns>
    public static (string File, string Place)? Resolve(string by, string address)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var place = hash < 0 ? "" : Uri.UnescapeDataString(address[(hash + 1)..]);
        var path = hash < 0 ? address : address[..hash];
        if (path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query)
        {
            path = path[..query];
        }

        path = Uri.UnescapeDataString(path.Trim());
        if (path.Length == 0)
        {
            return (by, place);
        }

        if (path[0] is '/' or '\\' || IsElsewhere(path))
        {
            return null;
        }

        var steps = new List<string>(by.Split('/').SkipLast(1));
        foreach (var step in path.Split('/', '\\'))
        {
            if (step == "..")
            {
                if (steps.Count == 0)
                {
                    return null;
                }

                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ""))
            {
                steps.Add(step);
            }
        }

        return (string.Join('/', steps), place);
    }
}
