namespace DocBuilder.Typesetting.Fonts;

/// <summary>Faces to try in order. Later ones are taken from the sequence, and so opened, only when those before them lack something.</summary>
public sealed class FontChain
{
    private readonly Lock _lock = new();
    private readonly IEnumerator<FontFace> _rest;
    private volatile FontFace[] _faces;

    /// <summary>Makes a chain.</summary>
    /// <param name="faces">The faces, the preferred first; taken one by one as they are needed.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public FontChain(IEnumerable<FontFace> faces)
    {
        ArgumentNullException.ThrowIfNull(faces);
        _rest = faces.GetEnumerator();
        _faces = _rest.MoveNext() ? [_rest.Current] : throw new ArgumentException("A chain needs a face.", nameof(faces));
    }

    /// <summary>The preferred face.</summary>
    public FontFace Primary => _faces[0];

    /// <summary>The first face that has every visible character of a grapheme cluster, so that no cluster is drawn from two fonts.</summary>
    /// <param name="graphemeCluster">The cluster's characters.</param>
    /// <returns>The face; null when no face has them all. A cluster that shows nothing (a joiner alone) goes to <see cref="Primary"/>.</returns>
    public FontFace? FaceFor(ReadOnlySpan<char> graphemeCluster)
    {
        for (var i = 0; ; i++)
        {
            if (i == _faces.Length && !TryGrow(i))
            {
                return null;
            }

            if (ClusterCoverage.Has(_faces[i], graphemeCluster))
            {
                return _faces[i];
            }
        }
    }

    private bool TryGrow(int length)
    {
        lock (_lock)
        {
            if (_faces.Length == length && _rest.MoveNext())
            {
                _faces = [.. _faces, _rest.Current];
            }

            return _faces.Length > length;
        }
    }
}
