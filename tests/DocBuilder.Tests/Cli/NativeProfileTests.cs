using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DocBuilder.UnicodeTables;
using Xunit;

namespace DocBuilder.Tests.Cli;

/// <summary>The profile that the native command is compiled with. The compiler says nothing of what it no longer finds.</summary>
public sealed class NativeProfileTests
{
    private const string FileName = "docbuilder.mibc";
    private const double LeastShare = 0.9;

    [Fact]
    public void The_profile_speaks_of_the_code_that_there_is()
    {
        using var image = Profile();
        var profile = image.GetMetadataReader();
        var ours = profile.MemberReferences.Select(profile.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference && AssemblyOf(profile, (TypeReferenceHandle)member.Parent).StartsWith("DocBuilder", StringComparison.Ordinal))
            .ToArray();
        var found = ours.Count(member => Find(profile, (TypeReferenceHandle)member.Parent)?.GetMember(
            profile.GetString(member.Name), BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly) is { Length: > 0 });
        Assert.True(ours.Length > 1000, $"Only {ours.Length} methods.");
        Assert.True(found >= LeastShare * ours.Length, $"{found} of {ours.Length} methods are still there: run tests/DocBuilder.Benchmarks, profile.");
    }

    private static PEReader Profile()
    {
        using var archive = ZipFile.OpenRead(Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory)!, "src", "DocBuilder.Cli", FileName));
        using var content = archive.GetEntry(FileName + ".dll")!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return new(ImmutableArray.Create(bytes.ToArray()));
    }

    private static string AssemblyOf(MetadataReader profile, TypeReferenceHandle handle)
    {
        var scope = profile.GetTypeReference(handle).ResolutionScope;
        return scope.Kind == HandleKind.TypeReference
            ? AssemblyOf(profile, (TypeReferenceHandle)scope)
            : profile.GetString(profile.GetAssemblyReference((AssemblyReferenceHandle)scope).Name);
    }

    private static Type? Find(MetadataReader profile, TypeReferenceHandle handle)
    {
        var type = profile.GetTypeReference(handle);
        var name = profile.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Find(profile, (TypeReferenceHandle)type.ResolutionScope)?.GetNestedType(name, BindingFlags.Public | BindingFlags.NonPublic)
            : Assembly.Load(AssemblyOf(profile, handle)).GetType(type.Namespace.IsNil ? name : profile.GetString(type.Namespace) + "." + name);
    }
}
