using System.IO.Compression;
using System.Text.Json;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Epub;

/// <summary>The heaviest of the scripts: its face is packed as WOFF2, and a browser opens it.</summary>
public sealed class NastaliqTests(Browser browser)
{
    private const string Article = """
        <!doctype html><html lang="ur" dir="rtl"><meta charset="utf-8"><title>شہر کی لائبریری کا افتتاح</title><h1>شہر کی لائبریری کا افتتاح</h1>
        <p>جمعرات کے روز شہر کی لائبریری کا افتتاح دو برس کی مرمت کے بعد کیا گیا، اور اس میں ایک لاکھ بیس ہزار کتابیں موجود ہیں۔</p>
        <p>لائبریری کے منتظم نے کہا کہ پہلے ہفتے کے دوران سب کے لیے داخلہ مفت ہے۔ بچوں کے لیے ایک خصوصی گوشہ، نابینا قارئین کے لیے صوتی کتب اور طلبہ کے لیے مطالعے کے کمرے بھی قائم کیے گئے ہیں۔</p>
        <p>یہ عمارت انیس سو اکتیس میں تعمیر ہوئی تھی۔ اس کے معمار نے گنبد، محرابیں اور صحن پرانی مساجد کی طرز پر بنائے۔ جنگ کے زمانے میں اسے نقصان پہنچا، لیکن اہلِ شہر نے اس کے ذخیرے کو محفوظ رکھا۔</p>
        """;

    [Fact]
    public async Task The_packed_face_is_under_120_kilobytes_and_loads()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["urdu.html"], Article, TestContext.Current.CancellationToken);
        var built = await DocBuilderCommand.RunManaged(["build", folder["urdu.html"], "--edition", "epub", "-o", folder.Path]);
        Assert.True(built.ExitCode == 0, built.ToString());
        using (var book = ZipFile.OpenRead(folder["urdu.epub"]))
        {
            Assert.All(book.Entries.Where(entry => entry.FullName.StartsWith("EPUB/fonts/", StringComparison.Ordinal)), font => Assert.InRange(font.Length, 1, 120_000));
            Assert.Contains(book.Entries, entry => entry.FullName == "EPUB/fonts/notonastaliqurdu-regular.woff2");
        }

        var page = await browser.Show(folder["urdu.epub"], "text/article.xhtml");
        var faces = await page.EvaluateAsync<JsonElement>("async () => { await document.fonts.ready; return [...document.fonts].map(face => `${face.family.replaceAll('\"', '')} ${face.weight} ${face.status}`); }");
        Assert.Contains("Noto Nastaliq Urdu normal loaded", faces.EnumerateArray().Select(face => face.GetString()));
        await Browser.Keep(page, "nastaliq");
        await page.CloseAsync();
    }
}
