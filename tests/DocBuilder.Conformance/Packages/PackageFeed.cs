using System.IO.Compression;
using System.Xml.Linq;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Packages;

/// <summary>A folder with the packages as <c>dotnet pack</c> makes them, of a version that was never there before, so no cache can answer for them.</summary>
[CollectionDefinition(Collection)]
public sealed class PackageFeed : IAsyncLifetime, ICollectionFixture<PackageFeed>
{
    internal const string Collection = "packages";

    private readonly TemporaryFolder _folder = new();

    internal string Version { get; } = $"{typeof(ArticleBuilder).Assembly.GetName().Version!.ToString(3)}-test.{Guid.NewGuid():N}";

    internal string Path => _folder.Path;

    public async ValueTask InitializeAsync()
    {
        // What is packed is the Release build, which is there already when the tests are one.
        var isBuilt = AppContext.BaseDirectory.Split(System.IO.Path.DirectorySeparatorChar).Contains("Release");
        await DotNet.Run(Repository.Root,
            ["pack", "DocBuilder.sln", "-c", "Release", "-o", Path, $"-p:PackageVersion={Version}", .. isBuilt ? new[] { "--no-build" } : []]);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The names of the packages.</summary>
    internal IEnumerable<string> Names() => Directory.EnumerateFiles(Path, "*.nupkg")
        .Select(file => System.IO.Path.GetFileName(file)[..^$".{Version}.nupkg".Length]).Order(StringComparer.Ordinal);

    internal ZipArchive Open(string name, string extension = ".nupkg") => ZipFile.OpenRead(_folder[$"{name}.{Version}{extension}"]);

    /// <summary>What a package says of itself.</summary>
    internal XElement Metadata(string name)
    {
        using var package = Open(name);
        using var stream = package.GetEntry(name + ".nuspec")!.Open();
        var document = XDocument.Load(stream);
        foreach (var element in document.Descendants())
        {
            element.Name = element.Name.LocalName;
        }

        return document.Root!.Element("metadata")!;
    }

    /// <summary>The bytes of an entry.</summary>
    internal static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
