using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DocBuilder.Benchmarks.Profile;

/// <summary>The assemblies that the native compiler reads, searched by the names that the runtime writes.</summary>
internal sealed class AssemblySet : IDisposable
{
    private readonly List<PEReader> _files = [];
    private readonly Dictionary<string, List<DefinedType>> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<MetadataReader, PEReader> _fileOf = [];

    private AssemblySet()
    {
    }

    /// <summary>Opens all of <paramref name="paths"/>.</summary>
    public static AssemblySet Open(IEnumerable<string> paths)
    {
        var set = new AssemblySet();
        foreach (var path in paths)
        {
            var file = new PEReader(File.OpenRead(path));
            set._files.Add(file);
            if (file.HasMetadata && file.GetMetadataReader() is { IsAssembly: true } assembly)
            {
                set._fileOf.Add(assembly, file);
                foreach (var handle in assembly.TypeDefinitions)
                {
                    var name = FullName(assembly, handle);
                    if (!set._types.TryGetValue(name, out var same))
                    {
                        set._types.Add(name, same = []);
                    }

                    same.Add(new(assembly, handle));
                }
            }
        }

        return set;
    }

    /// <summary>The types of a full name, nested ones after a plus sign, without arguments. Internal types of several assemblies may have one name.</summary>
    public IReadOnlyList<DefinedType> Types(string fullName) => _types.TryGetValue(fullName, out var found) ? found : [];

    /// <summary>The methods of a type that have this name, as many parameters and as many bytes of IL.</summary>
    public IEnumerable<MethodDefinitionHandle> Methods(DefinedType type, string name, int parameterCount, int ilSize)
    {
        var assembly = type.Assembly;
        foreach (var handle in type.Definition.GetMethods())
        {
            var method = assembly.GetMethodDefinition(handle);
            if (assembly.StringComparer.Equals(method.Name, name) && method.RelativeVirtualAddress != 0
                && _fileOf[assembly].GetMethodBody(method.RelativeVirtualAddress).GetILReader().Length == ilSize
                && ParameterCount(assembly.GetBlobReader(method.Signature)) == parameterCount)
            {
                yield return handle;
            }
        }
    }

    public void Dispose()
    {
        foreach (var file in _files)
        {
            file.Dispose();
        }
    }

    private static string FullName(MetadataReader assembly, TypeDefinitionHandle handle)
    {
        var type = assembly.GetTypeDefinition(handle);
        var name = assembly.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? FullName(assembly, outer) + "+" + name
            : type.Namespace.IsNil ? name
            : assembly.GetString(type.Namespace) + "." + name;
    }

    private static int ParameterCount(BlobReader signature)
    {
        if (signature.ReadSignatureHeader().IsGeneric)
        {
            signature.ReadCompressedInteger();
        }

        return signature.ReadCompressedInteger();
    }
}
