using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace DocBuilder.Benchmarks.Profile;

/// <summary>The references of a profile to assemblies and types, each written once.</summary>
internal sealed class ProfileReferences(MetadataBuilder metadata)
{
    private readonly Dictionary<string, AssemblyReferenceHandle> _assemblies = new(StringComparer.Ordinal);
    private readonly Dictionary<(EntityHandle Scope, string Space, string Name), EntityHandle> _types = [];

    /// <summary>The type that stands for all references in code that generic types share; the compiler looks for it in an assembly of this name.</summary>
    public EntityHandle Canon => Type(Assembly("System.Private.Canon"), "System", "__Canon");

    /// <summary>The handle of a type definition.</summary>
    public EntityHandle Of(DefinedType type)
    {
        var (assembly, definition) = (type.Assembly, type.Definition);
        var scope = definition.GetDeclaringType() is { IsNil: false } outer ? Of(new DefinedType(assembly, outer)) : Assembly(assembly.GetString(assembly.GetAssemblyDefinition().Name));
        return Type(scope, assembly.GetString(definition.Namespace), assembly.GetString(definition.Name));
    }

    /// <summary>The handle of what is a reference in <paramref name="assembly"/> already.</summary>
    public EntityHandle Of(MetadataReader assembly, TypeReferenceHandle handle)
    {
        var reference = assembly.GetTypeReference(handle);
        EntityHandle scope = reference.ResolutionScope.Kind switch
        {
            HandleKind.AssemblyReference => Assembly(assembly.GetString(assembly.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope).Name)),
            HandleKind.TypeReference => Of(assembly, (TypeReferenceHandle)reference.ResolutionScope),
            _ => Assembly(assembly.GetString(assembly.GetAssemblyDefinition().Name)),
        };
        return Type(scope, assembly.GetString(reference.Namespace), assembly.GetString(reference.Name));
    }

    private AssemblyReferenceHandle Assembly(string name)
    {
        if (!_assemblies.TryGetValue(name, out var handle))
        {
            // The compiler looks for an assembly by its simple name alone.
            handle = metadata.AddAssemblyReference(metadata.GetOrAddString(name), new Version(0, 0, 0, 0), default, default, default, default);
            _assemblies.Add(name, handle);
        }

        return handle;
    }

    private EntityHandle Type(EntityHandle scope, string space, string name)
    {
        if (!_types.TryGetValue((scope, space, name), out var handle))
        {
            handle = metadata.AddTypeReference(scope, space.Length == 0 ? default : metadata.GetOrAddString(space), metadata.GetOrAddString(name));
            _types.Add((scope, space, name), handle);
        }

        return handle;
    }
}
