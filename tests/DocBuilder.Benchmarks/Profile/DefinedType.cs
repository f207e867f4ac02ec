using System.Reflection.Metadata;

namespace DocBuilder.Benchmarks.Profile;

/// <summary>A type definition and the assembly it stands in.</summary>
internal readonly record struct DefinedType(MetadataReader Assembly, TypeDefinitionHandle Handle)
{
    public TypeDefinition Definition => Assembly.GetTypeDefinition(Handle);

    /// <summary>Whether a signature names it as a value type (ECMA-335 II.23.2.12).</summary>
    public bool IsValueType
    {
        get
        {
            var parent = Definition.BaseType;
            if (parent.IsNil)
            {
                return false;
            }

            var (space, name) = parent.Kind switch
            {
                HandleKind.TypeReference when Assembly.GetTypeReference((TypeReferenceHandle)parent) is var reference => (reference.Namespace, reference.Name),
                HandleKind.TypeDefinition when Assembly.GetTypeDefinition((TypeDefinitionHandle)parent) is var definition => (definition.Namespace, definition.Name),
                _ => default,
            };
            return !name.IsNil && Assembly.StringComparer.Equals(space, "System")
                && (Assembly.StringComparer.Equals(name, "Enum") || (Assembly.StringComparer.Equals(name, "ValueType") && !Assembly.StringComparer.Equals(Definition.Name, "Enum")));
        }
    }
}
