using System.Collections;
using System.Globalization;
using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Tests.Reading;

/// <summary>Writes all that a document holds, so that two can be compared: every property of every node but the places in the source.</summary>
internal static class SameDocument
{
    /// <summary>The document as lines.</summary>
    /// <param name="document">The document.</param>
    /// <param name="without">Names of properties that are left out because they differ by nature.</param>
    public static string Write(Document document, params string[] without)
    {
        var text = new StringBuilder();
        Write(document, 0, text, [.. without, nameof(Node.Position), "EqualityContract"]);
        return text.ToString();
    }

    private static void Write(object? value, int depth, StringBuilder text, HashSet<string> without)
    {
        switch (value)
        {
            case null:
                text.Append(" -\n");
                break;
            case string words:
                text.Append(' ').Append(words).Append('\n');
                break;
            case ImageResource image:
                text.Append(CultureInfo.InvariantCulture, $" {image.MediaType} {image.PixelWidth}x{image.PixelHeight} {Convert.ToHexString(Sha256.HashData(image.Bytes.Span))}\n");
                break;
            case IEnumerable items:
                text.Append('\n');
                foreach (var item in items)
                {
                    text.Append(' ', depth * 2).Append('-');
                    Write(item, depth + 1, text, without);
                }

                break;
            case Node or Metadata:
                text.Append(' ').Append(value.GetType().Name).Append('\n');
                foreach (var property in value.GetType().GetProperties().Where(property => !without.Contains(property.Name)).OrderBy(static property => property.Name, StringComparer.Ordinal))
                {
                    text.Append(' ', depth * 2).Append(property.Name);
                    Write(property.GetValue(value), depth + 1, text, without);
                }

                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $" {value}\n");
                break;
        }
    }
}
