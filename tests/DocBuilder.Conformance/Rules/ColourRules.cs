using System.Text;
using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Rules;

/// <summary>Colour and pictures: ISO 19005-2, 6.2.3 to 6.2.10.</summary>
internal static class ColourRules
{
    public static IReadOnlyList<Rule> Rows { get; } =
    [
        Rule.Holds("a23 6.2.3-1, a4 6.2.3-1", "There is an output intent for PDF/A with a profile for RGB or grey screens or printers.", file =>
            Intent(file)["DestOutputProfile"] is { IsStream: true } profile
                && IsProfile(profile, ["prtr", "mntr"], ["RGB ", "GRAY", "CMYK"])),
        Rule.Holds("a23 6.2.3-2, a4 6.2.3-2", "There is one output intent.", file => file.Catalog["OutputIntents"].Items.Count() == 1),
        new("a23 6.2.4.2-1, a4 6.2.4.2-1", "ICC profiles of pictures and colours are of a version and class that PDF 1.7 knows.", file =>
            ProfiledSpaces(file).Where(profile => !IsProfile(profile, ["prtr", "mntr", "scnr", "spac"], ["RGB ", "GRAY", "CMYK", "Lab "]))
                .Select(profile => profile.ToString())),
        new("a23 6.2.4.3-2 6.2.4.3-3 6.2.4.3-4, a4 6.2.4.3-2 6.2.4.3-3 6.2.4.3-4", "Device colours are those of the output intent; grey goes with any.", DeviceColours),
        new("a23 6.2.5-1 6.2.5-2 6.2.5-3, a4 6.2.5-1 6.2.5-2 6.2.5-3", "Graphics state dictionaries have no transfer functions and no halftone phase.", file =>
            file.Dictionaries.Where(value => IsGraphicsState(value) && new[] { "TR", "TR2", "HTP", "HTO", "HT" }.Any(key => !value[key].IsNull))
                .Select(value => value.ToString())),
        new("a23 6.2.6-1", "Rendering intents are the four of the standard.", file =>
            file.Contents.SelectMany(page => page.Intents)
                .Concat(file.Dictionaries.Select(
                value => value["Intent"].Name ?? (IsGraphicsState(value) ? value["RI"].Name : null)).OfType<string>())
                .Where(intent => intent is not ("RelativeColorimetric" or "AbsoluteColorimetric" or "Perceptual" or "Saturation"))),
        new("a23 6.2.8-1 6.2.8-2 6.2.8-3, a4 6.2.7.1-1 6.2.7.1-2 6.2.7.1-3", "Pictures have no alternates, no OPI and are not smoothed.", file =>
            Pictures(file).Where(image => !image["Alternates"].IsNull || !image["OPI"].IsNull || image["Interpolate"].Boolean == true)
                .Select(image => image.ToString())),
        new("a23 6.2.8-4 6.2.8-5, a4 6.2.7.1-4 6.2.7.1-5", "Pictures have 1, 2, 4, 8 or 16 bits a component, masks one.", file =>
            Pictures(file).Where(image => !image["BitsPerComponent"].IsNull
                && !(image["ImageMask"].Boolean == true ? [1] : new[] { 1, 2, 4, 8, 16 }).Contains(image["BitsPerComponent"].Integer))
                    .Select(image => image.ToString())),
        new("a23 6.2.10-1, a4 6.2.9-1", "Blend modes are those of ISO 32000-1; we write Normal only.", file =>
            file.Dictionaries.Where(value => IsGraphicsState(value)
                && value["BM"].Items.Any(mode => mode.Name is not ("Normal" or "Compatible"))).Select(value => value.ToString())),
        Rule.Holds("a23 6.2.10-2, a4 6.2.9-2", "There is an output intent, so pages need no blending space.", file => Intent(file).IsDictionary),
        new("a23 6.2.4.2-2 6.2.4.4-1 6.2.4.4-2 6.1.13-9, a4 6.2.4.2-2 6.2.4.2-3 6.2.4.4-1 6.2.4.4-2", "We write no CMYK profiles, no Separation and no DeviceN colours.", file =>
            file.Objects.Where(value => value.Items.FirstOrDefault().Name is "Separation" or "DeviceN").Select(value => value.ToString())
                .Concat(file.Dictionaries.Where(value => value["OPM"] is { IsNumber: true, Integer: 1 })
                    .Select(value => value.ToString()))),
    ];

    private static PdfValue Intent(PdfFile file) =>
        file.Catalog["OutputIntents"].Items.FirstOrDefault(intent => intent["S"].Name == "GTS_PDFA1");

    private static bool IsGraphicsState(PdfValue value) => value["Type"].Name == "ExtGState" || !value["ca"].IsNull || !value["CA"].IsNull
        || !value["SMask"].IsNull;

    private static IEnumerable<PdfValue> Pictures(PdfFile file) => file.Objects.Where(value => value["Subtype"].Name == "Image");

    // ICC.1: the version's first byte at 8, the class at 12, the space at 16, "acsp" at 36.
    private static bool IsProfile(PdfValue stream, string[] classes, string[] spaces)
    {
        var bytes = stream.Bytes;
        var components = stream["N"] is { IsNumber: true } count ? count.Integer : -1;
        return bytes.Length > 128 && bytes[8] < 5 && Tag(bytes, 36) == "acsp" && classes.Contains(Tag(bytes, 12))
            && spaces.Contains(Tag(bytes, 16))
            && components == (Tag(bytes, 16) switch { "GRAY" => 1, "CMYK" => 4, _ => 3 });
    }

    private static string Tag(byte[] bytes, int at) => Encoding.ASCII.GetString(bytes, at, 4);

    private static IEnumerable<PdfValue> ProfiledSpaces(PdfFile file) =>
        file.Objects.Concat(file.Dictionaries.Select(value => value["ColorSpace"]))
            .Where(value => value.IsArray && value.Items.FirstOrDefault().Name == "ICCBased").Select(value => value.Items.ElementAt(1));

    private static IEnumerable<string> DeviceColours(PdfFile file)
    {
        var profile = Intent(file)["DestOutputProfile"];
        var intended = profile.IsStream ? Tag(profile.Bytes, 16) : "none";
        var used = file.Contents.SelectMany(page => page.ColourSpaces)
            .Concat(Pictures(file).SelectMany(image => image["ColorSpace"].Items.Select(part => part.Name ?? "")));
        return used.Distinct().Where(space => (space == "DeviceRGB" && intended != "RGB ") || (space == "DeviceCMYK" && intended != "CMYK")
            || (space == "DeviceGray" && intended == "none"));
    }
}
