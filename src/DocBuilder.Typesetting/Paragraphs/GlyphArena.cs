using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>Where the glyphs of a paragraph lie until the next is shaped: they are the most that setting it needs, and nobody keeps them.</summary>
internal sealed class GlyphArena
{
    private ShapedGlyph[] _glyphs = [];
    private int _taken;

    /// <summary>Takes room; what was in it before is still there.</summary>
    /// <param name="count">For so many glyphs.</param>
    public Memory<ShapedGlyph> Take(int count)
    {
        if (count > _glyphs.Length - _taken)
        {
            // What was taken before stays where it is.
            _glyphs = new ShapedGlyph[Math.Max(count, 2 * _glyphs.Length)];
            _taken = 0;
        }

        var room = _glyphs.AsMemory(_taken, count);
        _taken += count;
        return room;
    }

    /// <summary>Takes all room back.</summary>
    public void Clear() => _taken = 0;
}
