using System.Collections.Immutable;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Themes;

/// <summary>The names of scripts in theme files: <c>Arab</c> (ISO 15924), <c>ur-Arab</c> for one language in it, <c>other</c> for all the rest.</summary>
internal static class ScriptKey
{
    public const string Other = "other";

    /// <summary>The name of a row of a theme.</summary>
    public static string Of(ScriptTypography row)
    {
        var script = row.Script == Script.Common ? Other : row.Script.ToIso15924();
        return row.Language is null ? script : $"{row.Language}-{script}";
    }

    /// <summary>What a name stands for; false when it is no name of a script.</summary>
    public static bool TryParse(string name, out Script script, out string? language)
    {
        script = Script.Common;
        language = null;
        if (name == Other)
        {
            return true;
        }

        if (name.IndexOf('-', StringComparison.Ordinal) is var hyphen and > 0)
        {
            language = name[..hyphen];
            name = name[(hyphen + 1)..];
            if (language.Length is < 2 or > 3 || !language.All(char.IsAsciiLetterLower))
            {
                return false;
            }
        }

        script = name switch
        {
            // What the themes that come along name is known without a look at all scripts there are.
            "Arab" => Script.Arabic,
            "Hebr" => Script.Hebrew,
            _ => Enum.GetValues<Script>().FirstOrDefault(candidate => candidate is not (Script.Inherited or Script.Unknown) && candidate.ToIso15924() == name, Script.Common),
        };
        return script != Script.Common;
    }

    /// <summary>The rows with another one, in the place where it is found: rows for a language before those for any, the general one last.</summary>
    public static ImmutableArray<ScriptTypography> With(this ImmutableArray<ScriptTypography> rows, ScriptTypography row)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Script == row.Script && rows[i].Language == row.Language)
            {
                return rows.SetItem(i, row);
            }
        }

        return row.Script == Script.Common ? rows.Add(row) : rows.Insert(row.Language is null ? FirstWithoutLanguage(rows) : 0, row);
    }

    private static int FirstWithoutLanguage(ImmutableArray<ScriptTypography> rows)
    {
        var index = 0;
        while (index < rows.Length && rows[index].Language is not null)
        {
            index++;
        }

        return index;
    }
}
