using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;

namespace DocBuilder.Typesetting.Pages;

/// <summary>The content of a column before it is cut into pages: boxes from top to bottom with the space between them.</summary>
/// <param name="spaceBefore">The space wanted above, in points; the larger of two neighbours' counts.</param>
/// <param name="spaceAfter">The space wanted below, in points.</param>
internal sealed class VerticalList(double spaceBefore = 0, double spaceAfter = 0)
{
    public List<VerticalBox> Boxes { get; } = [];

    public double SpaceBefore { get; } = spaceBefore;

    public double SpaceAfter { get; private set; } = spaceAfter;

    /// <summary>Whether what follows must stand on the same page as the last box.</summary>
    public bool KeepWithNext { get; set; }

    /// <summary>The height of everything, in points, without the space above.</summary>
    public double Height
    {
        get
        {
            double height = 0;
            for (var i = 0; i < Boxes.Count; i++)
            {
                height += Boxes[i].Height + (i == 0 ? 0 : Boxes[i].SpaceBefore);
            }

            return height;
        }
    }

    public void Add(VerticalBox box)
    {
        box.KeepWithPrevious |= KeepWithNext;
        KeepWithNext = false;
        Boxes.Add(box);
    }

    /// <summary>Appends the boxes of a block.</summary>
    /// <param name="block">The block's boxes.</param>
    /// <param name="spaceSoFar">The space that what stands before wants below it, in points.</param>
    public void Append(VerticalList block, double spaceSoFar)
    {
        if (block.Boxes.Count == 0)
        {
            return;
        }

        block.Boxes[0].SpaceBefore = Boxes.Count == 0 ? 0 : Math.Max(spaceSoFar, block.SpaceBefore);
        foreach (var box in block.Boxes)
        {
            Add(box);
        }

        KeepWithNext = block.KeepWithNext;
    }

    /// <summary>Keeps all boxes on one page.</summary>
    public VerticalList KeptTogether()
    {
        for (var i = 1; i < Boxes.Count; i++)
        {
            Boxes[i].KeepWithPrevious = true;
        }

        return this;
    }
}

/// <summary>A line, a picture or a table row: what a page break never cuts.</summary>
internal sealed class VerticalBox
{
    /// <summary>The height in points.</summary>
    public required double Height { get; init; }

    /// <summary>What is drawn: x from the left edge of the text area, y from the top of the box.</summary>
    public required List<LinePiece> Pieces { get; init; }

    /// <summary>The first baseline, in points from the top; null when the box is no line.</summary>
    public double? Baseline { get; init; }

    /// <summary>The space above, in points; none at the top of a page.</summary>
    public double SpaceBefore { get; set; }

    /// <summary>Whether a page must not begin with this box.</summary>
    public bool KeepWithPrevious { get; set; }

    /// <summary>Nodes that begin here: headings, and what can be linked to.</summary>
    public List<Node> Anchors { get; } = [];

    /// <summary>The rows to draw again when a page begins with this box.</summary>
    public TableHead? RepeatedHead { get; init; }

    /// <summary>Whether the box belongs on a page that lies on its side (<see cref="Themes.PageGeometry.Turned"/>), whose width it was set for.</summary>
    public bool IsLandscape { get; set; }

    /// <summary>The level of the heading that the box is a line of; 0 when it is none.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>The figure that the box is a part of, when the figure may stand elsewhere than among the text around it.</summary>
    public Block? Float { get; set; }

    /// <summary>The paragraph of the main flow that the box is the first line of, when the paragraph may be set to run over by a line.</summary>
    public Paragraph? RunsOver { get; set; }

    /// <summary>Rules and areas that run along the box, outermost first.</summary>
    public ImmutableArray<SideRule> SideRules { get; set; } = [];
}

/// <summary>A rule or an area that runs along boxes and fills the space between them.</summary>
/// <param name="Block">The block it belongs to: boxes that follow one another with the same one share it.</param>
/// <param name="X">The left edge, in points from the left edge of the text area.</param>
/// <param name="Width">The width in points.</param>
/// <param name="Fill">The colour.</param>
/// <param name="Artifact">What it is.</param>
/// <param name="Overhang">How far it reaches beyond the text, in points, where a page ends or begins inside the block.</param>
internal readonly record struct SideRule(Block Block, double X, double Width, Color Fill, ArtifactKind Artifact, double Overhang = 0);

/// <summary>The head of a table, ready to be drawn again on the pages that follow.</summary>
/// <param name="Boxes">The head's rows, as artifacts.</param>
internal sealed record TableHead(ImmutableArray<VerticalBox> Boxes)
{
    public double Height { get; } = Boxes.Sum(b => b.Height);
}
