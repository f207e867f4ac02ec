using System.Globalization;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Navigation;

/// <summary>Writes the page labels (ISO 32000-1 12.4.2) so that a reader's "page ٧" is the folio that is printed.</summary>
internal static class PageLabelWriter
{
    /// <summary>Writes the number tree: a range where the folios count in European digits, else a prefix for every page.</summary>
    public static void Write(TokenWriter w, IReadOnlyList<Page> pages)
    {
        w.BeginDictionary().Name("Nums"u8).BeginArray();
        var next = -1;
        for (var i = 0; i < pages.Count; i++)
        {
            var number = Number(pages[i].Label);
            if (number < 1)
            {
                w.Integer(i).BeginDictionary();
                if (pages[i].Label.Length > 0)
                {
                    w.Name("P"u8).Text(pages[i].Label);
                }

                w.EndDictionary();
            }
            else if (number != next)
            {
                w.Integer(i).BeginDictionary().Name("S"u8).Name("D"u8);
                if (number > 1)
                {
                    w.Name("St"u8).Integer(number);
                }

                w.EndDictionary();
            }

            next = number < 1 ? -1 : number + 1;
        }

        w.EndArray().EndDictionary();
    }

    /// <summary>The number that a label is in plain decimal; 0 when it is anything else.</summary>
    private static int Number(string label) =>
        int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == label ? number : 0;
}
