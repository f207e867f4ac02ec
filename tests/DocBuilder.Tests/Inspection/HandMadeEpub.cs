using System.IO.Compression;
using System.Text;

namespace DocBuilder.Tests.Inspection;

/// <summary>An EPUB put together file by file, right or wrong.</summary>
internal sealed class HandMadeEpub
{
    internal const string Chapter = "EPUB/chapter.xhtml";

    private readonly List<(string Name, Action<Stream> Write, CompressionLevel Level)> _files = [];

    /// <summary>A right one of a chapter, contents and nothing more, for parts of it to be replaced.</summary>
    internal static HandMadeEpub Good(string body = "<h1>One</h1><p>Words.</p>")
    {
        var book = new HandMadeEpub();
        book.Set("mimetype", "application/epub+zip");
        book.Set("META-INF/container.xml", "<container version='1.0' xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='EPUB/package.opf' media-type='application/oebps-package+xml'/></rootfiles></container>");
        book.Set("EPUB/package.opf", Package("<item id='nav' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/>"));
        book.Set("EPUB/nav.xhtml", Page("<nav epub:type='toc'><ol><li><a href='chapter.xhtml'>One</a></li></ol></nav>"));
        book.Set(Chapter, Page(body));
        return book;
    }

    internal static string Package(string items, string spine = "<itemref idref='c1'/>", string version = "3.0") =>
        $"""
        <?xml version="1.0"?>
        <package version="{version}" xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Title</dc:title><dc:language>en</dc:language></metadata>
        <manifest><item id='c1' href='chapter.xhtml' media-type='application/xhtml+xml'/>{items}</manifest><spine toc='ncx'>{spine}</spine></package>
        """;

    internal static string Page(string body, string prologue = "") =>
        $"""{prologue}<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en"><head><title>T</title></head><body>{body}</body></html>""";

    internal HandMadeEpub Set(string name, string text) => Set(name, Encoding.UTF8.GetBytes(text));

    internal HandMadeEpub Set(string name, byte[] bytes) => Set(name, stream => stream.Write(bytes));

    internal HandMadeEpub Set(string name, Action<Stream> write)
    {
        var place = _files.FindIndex(file => file.Name == name);
        (string, Action<Stream>, CompressionLevel) entry = (name, write, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
        if (place < 0)
        {
            _files.Add(entry);
        }
        else
        {
            _files[place] = entry;
        }

        return this;
    }

    internal HandMadeEpub Remove(string name)
    {
        _files.RemoveAll(file => file.Name == name);
        return this;
    }

    internal byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write, level) in _files)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                write(entry);
            }
        }

        return file.ToArray();
    }
}
