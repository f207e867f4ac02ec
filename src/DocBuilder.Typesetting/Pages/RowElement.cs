using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;

namespace DocBuilder.Typesetting.Pages;

/// <summary>A line or a picture of a cell, or a part of a cell's frame: what is never divided.</summary>
internal readonly record struct RowElement
{
    private VerticalBox? Content { get; init; }

    private VerticalBox? Before { get; init; }

    private FilledBox? Frame { get; init; }

    private Node[] Anchors { get; init; }

    private double ContentTop { get; init; }

    /// <summary>The upper edge, in points from the top of the rows.</summary>
    public double Top { get; init; }

    /// <summary>The height in points.</summary>
    public double Height { get; private init; }

    public bool IsBackground => Frame is { Owner.Artifact: ArtifactKind.Background };

    /// <summary>A box of a cell's content.</summary>
    /// <param name="content">The box.</param>
    /// <param name="before">The box before it in the cell.</param>
    /// <param name="top">The upper edge with padding, in points from the top of the rows.</param>
    /// <param name="height">The height with padding, in points.</param>
    /// <param name="contentTop">Where the box begins, in points from the upper edge.</param>
    /// <param name="anchors">Nodes that begin here.</param>
    public static RowElement Of(VerticalBox content, VerticalBox? before, double top, double height, double contentTop, IEnumerable<Node> anchors) =>
        new() { Content = content, Before = before, Top = top, Height = height, ContentTop = contentTop, Anchors = [.. anchors] };

    /// <summary>A rule or a background, placed from the top of the rows.</summary>
    public static RowElement Fill(ArtifactKind kind, Box box, Color fill) =>
        new() { Frame = new FilledBox(ContentOwner.Of(kind), box with { Y = 0 }, fill), Top = box.Y, Height = box.Height, Anchors = [] };

    /// <summary>A cell that says nothing.</summary>
    public static RowElement Empty(double top, IEnumerable<Node> anchors) => new() { Top = top, Anchors = [.. anchors] };

    /// <summary>Draws the element.</summary>
    /// <param name="behind">Receives what is drawn behind the words of all cells.</param>
    /// <param name="said">Receives words and pictures.</param>
    /// <param name="origin">The top of the box that is drawn, in points from the top of the rows.</param>
    public void Draw(List<LinePiece> behind, List<LinePiece> said, double origin)
    {
        if (Frame is not null)
        {
            behind.Add(new LinePiece(Frame, null, 0).Moved(0, Top - origin));
        }

        if (Content is null)
        {
            return;
        }

        var y = Top + ContentTop - origin;
        foreach (var rule in Content.SideRules)
        {
            var block = rule.Block;
            var reach = Before is not null && Before.SideRules.Any(r => ReferenceEquals(r.Block, block)) ? Content.SpaceBefore : 0;
            behind.Add(new LinePiece(new FilledBox(ContentOwner.Of(rule.Artifact), new Box(rule.X, y - reach, rule.Width, Content.Height + reach), rule.Fill), null, 0));
        }

        foreach (var piece in Content.Pieces)
        {
            (piece.Item.Owner.IsArtifact ? behind : said).Add(piece.Moved(0, y));
        }
    }

    public void AddAnchors(List<Node> anchors)
    {
        anchors.AddRange(Anchors);
        if (Content is not null)
        {
            anchors.AddRange(Content.Anchors);
        }
    }
}
