using System.Text;
using DocBuilder.Typesetting.Fonts;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace DocBuilder.Tests.Fonts;

/// <summary>Texts that exercise the shipped fonts, and what shaping makes of them.</summary>
internal static class Samples
{
    public const string ArabicNews =
        "أعلنت وزارة الثقافة، يوم الخميس 12 مارس 2026، افتتاح «مكتبة النهر» في القاهرة (أكبر مكتبة عامة في المنطقة)؛ "
        + "وقال الوزير إنّ نسبة الإنجاز بلغت 97.5٪، فهل تكتمل في موعدها؟ لا شكّ في ذلك: ضظغثذ جحخشص طفقكه ىئؤءآلإ الله محمد عليهم ﷺ";

    public const string ArabicVocalised = "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ ۝ ٱلْحَمْدُ لِلَّهِ رَبِّ ٱلْعَٰلَمِينَ ـ إِنَّمَا ٱلۡأَعۡمَالُ بِٱلنِّيَّاتِ";

    public const string Persian = "کتابخانه‌های ملی ایران در سال ۱۴۰۵ پذیرای پژوهشگران می‌شوند؛ «گنج چاپ ژرف» را بیابید.";

    public const string Urdu = "اردو میں نستعلیق خطِ تحریر ہے، جس میں ٹھہراؤ، ڈھنگ اور ڑ کے حروف بھی ہیں۔ سنہ ۲۰۲۶ء";

    /// <summary>Four paragraphs with all letters of the language.</summary>
    public const string UrduArticle =
        "جمعرات کے روز شہر کی لائبریری کا افتتاح دو برس کی مرمت کے بعد کیا گیا، اور اس میں ایک لاکھ بیس ہزار کتابیں موجود ہیں جن میں سے ساڑھے تین فیصد مخطوطات ہیں۔ "
        + "لائبریری کے منتظم نے کہا: ’’پہلے ہفتے کے دوران سب کے لیے داخلہ مفت ہے۔‘‘ انہوں نے مزید بتایا کہ بچوں کے لیے ایک خصوصی گوشہ، نابینا قارئین کے لیے صوتی کتب اور طلبہ کے لیے مطالعے کے کمرے بھی قائم کیے گئے ہیں۔ "
        + "یہ عمارت انیس سو اکتیس میں تعمیر ہوئی تھی۔ اس کے معمار نے گنبد، محرابیں اور صحن پرانی مساجد کی طرز پر بنائے۔ جنگ کے زمانے میں اسے نقصان پہنچا، لیکن اہلِ شہر نے اس کے ذخیرے کو محفوظ رکھا۔ تحقیق، ثقافت، ژالہ، ضمیر، ظرف، غزل، قصیدہ، ڈاک، ٹکٹ، پیڑ، چھوٹا، گھوڑا، بھائی، نھیں، پھول، صبح، مؤلف، آئینہ، جرأت۔ "
        + "ناقدین کا کہنا ہے کہ اس منصوبے پر بہت خرچ آیا، مگر حکومت کا مؤقف ہے کہ علم پر خرچ کبھی ضائع نہیں ہوتا۔ آئندہ برس یہاں ڈیجیٹل آرکائیو بھی کھولا جائے گا جس تک ہر شہری کو انٹرنیٹ کے ذریعے رسائی حاصل ہوگی۔ ";

    public const string Hebrew = "הַסִּפְרִיָּה הַלְּאֻמִּית נפתחה בירושלים ב־12 במרץ, ועלותה 35 מיליון ש״ח (לפי הערכה).";

    public const string English = "The “River Library” opens in Cairo—first floor, officially—at 9:30; façade by José Ñuñez, naïve café, 1½ km.";

    public static readonly Language Arabic = new("ar");

    public static FontFace Face(string family, int weight = 400, bool italic = false) =>
        FontLibrary.Shipped.Find(family, weight, italic) ?? throw new InvalidOperationException(family);

    public static string File(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "DocBuilder.sln")))
            {
                return Path.Combine(folder.FullName, relative);
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }

    public static List<Rune> Characters(string text) => [.. text.EnumerateRunes().Distinct()];

    public static List<ShapedGlyph> Shape(FontFace face, string text, string language)
    {
        using var buffer = new Buffer { ClusterLevel = ClusterLevel.MonotoneCharacters };
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Language = new Language(language);
        face.HarfBuzzFont.Shape(buffer);
        GC.KeepAlive(face);
        return [.. buffer.GlyphInfos.Zip(buffer.GlyphPositions, (info, position) =>
            new ShapedGlyph((ushort)info.Codepoint, (int)info.Cluster, position.XAdvance, position.XOffset, position.YOffset))];
    }
}

/// <summary>A glyph as HarfBuzz placed it.</summary>
internal readonly record struct ShapedGlyph(ushort Id, int Cluster, int Advance, int XOffset, int YOffset);
