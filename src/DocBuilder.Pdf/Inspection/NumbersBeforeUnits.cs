using System.Collections.Frozen;
using System.Text;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Pdf.Inspection;

/// <summary>
/// "75 kg" and "kg 75" look alike in a right-to-left line, as "ISO 9001" and "9001 ISO" do. A number stands after a name and before a unit.
/// </summary>
internal static class NumbersBeforeUnits
{
    // Units that articles in right-to-left scripts write in Latin letters: of the SI and beside it, of energy, data, sound and light. Single capitals name too many other things.
    private static readonly FrozenSet<string> Units = new[]
    {
        "m", "km", "cm", "mm", "µm", "μm", "nm", "ft", "km²", "m²", "cm²", "m³", "cm³", "ha",
        "g", "kg", "mg", "µg", "μg", "mcg", "lb", "lbs", "oz", "l", "ml", "mL", "cl", "dl", "dL",
        "cal", "kcal", "kJ", "MJ", "GJ", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh", "mAh", "mV", "kV", "mA", "hp",
        "Hz", "kHz", "MHz", "GHz", "THz", "dB", "Pa", "kPa", "hPa", "MPa", "bar", "psi", "lm", "lx", "mmHg", "mmol", "ppm", "ppb",
        "KB", "kB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB", "kbps", "Mbps", "Gbps", "fps", "px", "dpi", "MP",
        "ms", "ns", "min", "km/h", "m/s", "mph", "rpm", "knots", "mg/dL", "mg/l", "g/l", "°C", "°F",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A line in logical order with such numbers where they are said; null when nothing moves.</summary>
    /// <param name="line">The line as it was taken, where what looks alike begins with the foreign word.</param>
    public static List<LineCluster>? In(List<LineCluster> line)
    {
        var moved = new List<LineCluster>(line.Count);
        var hasMoved = false;
        for (var start = 0; start < line.Count;)
        {
            var end = start;
            while (end < line.Count && !IsRightToLeft(line[end]))
            {
                end++;
            }

            hasMoved |= TryAddMoved(moved, line[start..end]) is var isMoved && isMoved;
            if (!isMoved)
            {
                moved.AddRange(line[start..end]);
            }

            start = end;
            while (start < line.Count && IsRightToLeft(line[start]))
            {
                moved.Add(line[start++]);
            }
        }

        return hasMoved ? moved : null;
    }

    /// <summary>Adds foreign words that begin with a unit and end with a number, that number first.</summary>
    private static bool TryAddMoved(List<LineCluster> moved, List<LineCluster> words)
    {
        var start = words.FindIndex(static cluster => cluster.Class is not (BidiClass.WS or BidiClass.CS));
        var last = words.FindLastIndex(static cluster => Rune.IsDigit(cluster.Base));
        if (start < 0 || last < 0 || words[(last + 1)..].Exists(static cluster => Rune.IsLetter(cluster.Base)))
        {
            return false;
        }

        var first = last;
        while (first > 0 && words[first - 1].Class is BidiClass.EN or BidiClass.AN or BidiClass.CS)
        {
            first--;
        }

        var space = first - 1;
        if (space <= start || words[space].Class != BidiClass.WS || !Units.Contains(WordAt(words, start)))
        {
            return false;
        }

        moved.AddRange(words[..start]);
        moved.AddRange(words[first..(last + 1)]);
        moved.Add(words[space]);
        moved.AddRange(words[start..space]);
        moved.AddRange(words[(last + 1)..]);
        return true;
    }

    private static string WordAt(List<LineCluster> words, int start)
    {
        var word = new StringBuilder();
        for (var i = start; i < words.Count && (words[i].Class == BidiClass.L || words[i].Stand is '/' or '°' or '²' or '³'); i++)
        {
            word.Append(words[i].Base.ToString());
        }

        return word.ToString();
    }

    private static bool IsRightToLeft(LineCluster cluster) => cluster.Class is BidiClass.R or BidiClass.AL;
}
