namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>How one line is filled.</summary>
/// <param name="SpaceRatio">The width of word spaces as a part of their natural width.</param>
/// <param name="KashidaLength">How much every lengthened word grows, in ems.</param>
/// <param name="Kashidas">Where words are lengthened.</param>
/// <param name="VisibleEnd">Where the spaces that hang in the margin begin; those are left alone.</param>
internal readonly record struct LineStretch(double SpaceRatio, double KashidaLength, List<KashidaCandidate> Kashidas, int VisibleEnd)
{
    /// <summary>The line as it is.</summary>
    public static LineStretch None { get; } = new(1, 0, [], 0);

    public bool IsNone => SpaceRatio.Equals(1) && Kashidas.Count == 0;

    /// <summary>Whether the stroke between two neighbouring letters of a right-to-left run is lengthened.</summary>
    /// <param name="right">The cluster that comes first in the text.</param>
    /// <param name="left">The cluster that follows it.</param>
    public bool IsLengthenedBetween(int right, int left)
    {
        foreach (var kashida in Kashidas)
        {
            if (kashida.Place > right && kashida.Place <= left)
            {
                return true;
            }
        }

        return false;
    }
}
