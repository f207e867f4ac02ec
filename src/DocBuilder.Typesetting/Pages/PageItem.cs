using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Something on a page. Points; the origin is the page's top left corner and y grows downwards.</summary>
/// <param name="Owner">The node that it says, or the artifact that it is.</param>
public abstract record PageItem(ContentOwner Owner);

/// <summary>The part of a line that belongs to one owner, drawn from left to right.</summary>
/// <param name="Owner">The <see cref="Text"/> node, or the node whose label or mark this is.</param>
/// <param name="X">The left end of the baseline.</param>
/// <param name="Y">The baseline.</param>
/// <param name="Runs">The runs in visual order, left to right, one after the other without gaps.</param>
public sealed record TextFragment(ContentOwner Owner, double X, double Y, ImmutableArray<GlyphRun> Runs) : PageItem(Owner)
{
    /// <summary>Where in the owner's text the fragment begins, in UTF-16 code units; 0 for labels and artifacts.</summary>
    public int TextStart { get; init; }

    /// <summary>The width in points, word space and all.</summary>
    public double Width
    {
        get
        {
            double width = 0;
            foreach (var run in Runs)
            {
                width += run.Width;
            }

            return width;
        }
    }
}

/// <summary>A picture.</summary>
/// <param name="Owner">The <see cref="Image"/> node.</param>
/// <param name="Resource">The picture.</param>
/// <param name="Box">Where it is drawn.</param>
public sealed record PlacedImage(ContentOwner Owner, ImageResource Resource, Box Box) : PageItem(Owner);

/// <summary>A filled rectangle: a rule, a border, a background, an underline.</summary>
/// <param name="Owner">Always an artifact.</param>
/// <param name="Box">The rectangle.</param>
/// <param name="Fill">The colour.</param>
public sealed record FilledBox(ContentOwner Owner, Box Box, Color Fill) : PageItem(Owner);

/// <summary>Where a link can be pressed on this page: a box for every line it touches.</summary>
/// <param name="Target">The <see cref="Link"/> or <see cref="NoteReference"/> node; or the <see cref="Note"/> whose mark it is, which leads back to its call.</param>
/// <param name="Boxes">The boxes in logical order, at least one.</param>
public sealed record LinkArea(Node Target, ImmutableArray<Box> Boxes) : PageItem(ContentOwner.Of(Target));

/// <summary>A rectangle in points; the origin is the page's top left corner.</summary>
/// <param name="X">The left edge.</param>
/// <param name="Y">The top edge.</param>
/// <param name="Width">The width, never negative.</param>
/// <param name="Height">The height, never negative.</param>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    /// <summary>The right edge.</summary>
    public double Right => X + Width;

    /// <summary>The bottom edge.</summary>
    public double Bottom => Y + Height;
}

/// <summary>An sRGB colour.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Color(byte Red, byte Green, byte Blue)
{
    /// <summary>Black.</summary>
    public static Color Black => default;
}
