using DocBuilder.Documents;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Themes;

/// <summary>The scripts that languages are written in, as far as themes tell scripts apart.</summary>
internal static class LanguageScripts
{
    /// <summary>The script of a language; <see cref="Script.Common"/> when themes have no row for it.</summary>
    public static Script ScriptOf(string language) => LanguageTag.Primary(language) switch
    {
        "ar" or "fa" or "ur" or "ckb" or "ps" or "sd" or "ug" or "pnb" or "ks" => Script.Arabic,
        "he" or "yi" => Script.Hebrew,
        _ => Script.Common,
    };

    /// <summary>Characters of no script of their own (a bullet, a lone number) look like the language they stand in.</summary>
    public static Script Resolve(Script script, string language) =>
        script is Script.Common or Script.Inherited ? ScriptOf(language) : script;
}
