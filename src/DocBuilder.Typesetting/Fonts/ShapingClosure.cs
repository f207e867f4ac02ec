using System.Text;
using HarfBuzzSharp;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>
/// The characters that a text shaper may look up when it sets a text: besides the text's own, what its normaliser puts together and
/// takes apart, and what stands in for odd spaces and hyphens. A font without them sets the same text differently.
/// </summary>
internal static class ShapingClosure
{
    private static readonly Rune DottedCircle = new(0x25CC);

    public static SortedSet<Rune> Of(FontFace face, IEnumerable<Rune> characters)
    {
        var closure = new SortedSet<Rune>(characters) { new(' ') };
        if (closure.Contains(new Rune(0x2011)))
        {
            closure.Add(new Rune(0x2010));
        }

        foreach (var rune in closure.ToList())
        {
            AddParts(closure, rune);
        }

        AddWholes(face, closure);
        if (closure.Any(ClusterCoverage.IsMark))
        {
            // A mark without a letter is drawn on it.
            closure.Add(DottedCircle);
        }

        return closure;
    }

    private static void AddParts(SortedSet<Rune> closure, Rune rune)
    {
        var whole = rune.Value;
        while (UnicodeFunctions.Default.TryDecompose(whole, out var first, out var second) && first != whole)
        {
            closure.Add(new Rune(first));
            if (second != 0)
            {
                closure.Add(new Rune(second));
            }

            whole = first;
        }
    }

    // Wholes can be parts of larger wholes, so what one round finds goes into the next until a round finds nothing.
    private static void AddWholes(FontFace face, SortedSet<Rune> closure)
    {
        var marks = closure.Where(ClusterCoverage.IsMark).ToList();
        var fresh = closure.ToList();
        while (fresh.Count > 0)
        {
            var found = new List<Rune>();
            foreach (var first in fresh)
            {
                foreach (var mark in marks)
                {
                    if (UnicodeFunctions.Default.TryCompose(first.Value, mark.Value, out var whole)
                        && new Rune(whole) is var rune && face.GlyphFor(rune) != 0 && closure.Add(rune))
                    {
                        found.Add(rune);
                    }
                }
            }

            fresh = found;
        }
    }
}
