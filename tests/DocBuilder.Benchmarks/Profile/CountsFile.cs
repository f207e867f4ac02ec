using System.Collections.Immutable;
using System.Globalization;

namespace DocBuilder.Benchmarks.Profile;

/// <summary>Reads the text that .NET's runtime writes at its end where <c>DOTNET_WritePGOData</c> is 1.</summary>
internal static class CountsFile
{
    private const string MethodStart = "@@@ ";
    private const string CountStart = "Schema ";

    /// <summary>All methods of the file, in its order.</summary>
    /// <exception cref="InvalidDataException">The file is none of the runtime's.</exception>
    public static IEnumerable<CountedMethod> Read(string path)
    {
        using var lines = File.ReadLines(path).GetEnumerator();
        var more = lines.MoveNext();
        while (more)
        {
            if (!lines.Current.StartsWith(MethodStart, StringComparison.Ordinal))
            {
                more = lines.MoveNext();
                continue;
            }

            var ilSize = Convert.ToInt32(Words(lines.Current)[6], 16);
            var name = After(lines, "MethodName: ");
            var signature = After(lines, "Signature: ");
            var counts = ImmutableArray.CreateBuilder<Count>();
            more = lines.MoveNext();
            while (more && lines.Current.StartsWith(CountStart, StringComparison.Ordinal))
            {
                var words = Words(lines.Current);
                var kind = int.Parse(words[2], CultureInfo.InvariantCulture);
                var values = ImmutableArray.CreateBuilder<object?>();
                for (var left = int.Parse(words[6], CultureInfo.InvariantCulture); left > 0; left--)
                {
                    more = lines.MoveNext();
                    values.Add(Value(lines.Current));
                }

                counts.Add(new(kind, int.Parse(words[4], CultureInfo.InvariantCulture), (int)uint.Parse(words[8], CultureInfo.InvariantCulture), values.DrainToImmutable()));
                more = lines.MoveNext();
            }

            yield return new(name, ParameterCount(signature), ilSize, counts.DrainToImmutable());
        }
    }

    private static string[] Words(string line) => line.Split(' ');

    private static string After(IEnumerator<string> lines, string label) =>
        lines.MoveNext() && lines.Current.StartsWith(label, StringComparison.Ordinal) ? lines.Current[label.Length..] : throw new InvalidDataException($"\"{label}\" is missing.");

    private static object? Value(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon >= 0)
        {
            var name = line[(colon + 2)..];
            return name == "NULL" ? null : name;
        }

        var halves = line.Split(' ');
        var low = long.Parse(halves[0], CultureInfo.InvariantCulture);
        return halves.Length == 1 ? low : low | (long.Parse(halves[1], CultureInfo.InvariantCulture) << 32);
    }

    private static int ParameterCount(string signature)
    {
        var list = signature[(signature.LastIndexOf("  (", StringComparison.Ordinal) + 3)..^1];
        var depth = 0;
        var count = list.Length > 0 ? 1 : 0;
        foreach (var c in list)
        {
            depth += c is '<' or '[' or '(' ? 1 : c is '>' or ']' or ')' ? -1 : 0;
            count += c == ',' && depth == 0 ? 1 : 0;
        }

        return count;
    }
}
