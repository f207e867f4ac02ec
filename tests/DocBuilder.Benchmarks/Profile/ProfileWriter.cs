using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace DocBuilder.Benchmarks.Profile;

/// <summary>
/// Writes the form of profile that .NET's native compiler reads (.mibc): a zipped assembly with one method for each assembly counted in, whose IL is not run but read:
/// <c>ldtoken</c> a method, <c>ldstr</c> and <c>ldc</c> what was counted in it, <c>pop</c>.
/// </summary>
internal sealed class ProfileWriter
{
    // All of place, kind, number of values and second place follow.
    private const int WholeRecord = 0xF;

    // The compiler takes a number where a type is expected for a type that has no name here.
    private const int UnknownType = 1;

    private readonly AssemblySet _assemblies;
    private readonly MetadataBuilder _metadata = new();
    private readonly ProfileReferences _references;
    private readonly SignatureBytes _signatures;
    private readonly SortedDictionary<string, InstructionEncoder> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityHandle?> _namedTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityHandle> _specifications = new(StringComparer.Ordinal);
    private readonly HashSet<EntityHandle> _writtenMethods = [];

    public ProfileWriter(AssemblySet assemblies)
    {
        _assemblies = assemblies;
        _references = new(_metadata);
        _signatures = new(_references);
    }

    /// <summary>The number of methods written.</summary>
    public int Written { get; private set; }

    /// <summary>The number of methods not found among the assemblies, not alone in their name and size, or written before.</summary>
    public int Unknown { get; private set; }

    /// <summary>The number of methods in which nothing was counted.</summary>
    public int Untouched { get; private set; }

    /// <summary>Adds a method, if it is one of the assemblies'.</summary>
    public void Add(CountedMethod method)
    {
        if (method.Weight == 0)
        {
            Untouched++;
            return;
        }

        if (Find(method) is not var (type, handle) || !_writtenMethods.Add(handle))
        {
            Unknown++;
            return;
        }

        Written++;
        var name = type.Assembly.GetString(type.Assembly.GetAssemblyDefinition().Name);
        if (!_groups.TryGetValue(name, out var il))
        {
            _groups.Add(name, il = new(new BlobBuilder()));
        }

        Write(il, handle, method);
    }

    /// <summary>The whole profile. Methods added later are not in it.</summary>
    /// <param name="fileName">The name of the file it is written to, which the compiler looks for within.</param>
    public byte[] Finish(string fileName)
    {
        var name = _metadata.GetOrAddString(fileName);
        _metadata.AddModule(0, name, _metadata.GetOrAddGuid(new("5d0cb1b7-2f0e-4a64-9d5c-0f7f1b6a7c11")), default, default);
        _metadata.AddAssembly(name, new Version(0, 0, 0, 0), default, default, default, default);
        _metadata.AddTypeDefinition(default, default, _metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));

        var bodies = new BlobBuilder();
        var stream = new MethodBodyStreamEncoder(bodies);
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature().Parameters(0, r => r.Void(), _ => { });
        var noArguments = _metadata.GetOrAddBlob(signature);
        var dictionary = new InstructionEncoder(new BlobBuilder());
        foreach (var (assembly, il) in _groups)
        {
            dictionary.LoadString(_metadata.GetOrAddUserString(assembly + ";"));
            dictionary.OpCode(ILOpCode.Ldtoken);
            dictionary.Token(Method("Assemblies_" + assembly, il));
            dictionary.OpCode(ILOpCode.Pop);
        }

        Method("AssemblyDictionary", dictionary);
        var image = new BlobBuilder();
        new ManagedPEBuilder(new PEHeaderBuilder(), new MetadataRootBuilder(_metadata), bodies, deterministicIdProvider: _ => new(Guid.Empty, 1)).Serialize(image);

        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = archive.CreateEntry(fileName + ".dll", CompressionLevel.SmallestSize);
            entry.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var content = entry.Open();
            image.WriteContentTo(content);
        }

        return file.ToArray();

        MethodDefinitionHandle Method(string methodName, InstructionEncoder code) => _metadata.AddMethodDefinition(
            MethodAttributes.Public | MethodAttributes.Static, MethodImplAttributes.IL, _metadata.GetOrAddString(methodName), noArguments, stream.AddMethodBody(code), default);
    }

    private void Write(InstructionEncoder il, EntityHandle handle, CountedMethod method)
    {
        il.OpCode(ILOpCode.Ldtoken);
        il.Token(handle);
        il.LoadString(_metadata.GetOrAddUserString("ExclusiveWeight"));
        il.LoadConstantI4((int)Math.Min(method.Weight, int.MaxValue));
        il.LoadString(_metadata.GetOrAddUserString("InstrumentationDataStart"));
        foreach (var count in method.Counts)
        {
            il.LoadConstantI4(WholeRecord);
            il.LoadConstantI4(count.IlOffset);
            il.LoadConstantI4(count.Kind);
            il.LoadConstantI4(count.Values.Length);
            il.LoadConstantI4(count.Other);
            foreach (var value in count.Values)
            {
                WriteValue(il, count, value);
            }
        }

        il.LoadString(_metadata.GetOrAddUserString("InstrumentationDataEnd"));
        il.OpCode(ILOpCode.Pop);
    }

    private void WriteValue(InstructionEncoder il, Count count, object? value)
    {
        switch (value)
        {
            case null:
                il.LoadConstantI4(0);
                break;
            case string name when count.HoldsTypes && Named(name) is { } type:
                il.OpCode(ILOpCode.Ldtoken);
                il.Token(type);
                break;
            case string:
                il.LoadConstantI4(UnknownType);
                break;
            case long number when number is >= int.MinValue and <= int.MaxValue:
                il.LoadConstantI4((int)number);
                break;
            case long number:
                il.LoadConstantI8(number);
                break;
        }
    }

    private (DefinedType Type, EntityHandle Method)? Find(CountedMethod method)
    {
        foreach (var (typeName, name) in Divisions(method.FullName))
        {
            if (!TypeName.TryParse(typeName, out var type))
            {
                continue;
            }

            var open = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
            var found = _assemblies.Types(TypeName.Unescape(open.FullName))
                .SelectMany(t => _assemblies.Methods(t, name, method.ParameterCount, method.IlSize).Select(m => (Type: t, Method: m))).Take(2).ToArray();
            if (found.Length == 1)
            {
                return Reference(found[0].Type, type, found[0].Method) is { } handle ? (found[0].Type, handle) : null;
            }
        }

        return null;
    }

    // A type's arguments end before the point, and a method that implements an interface's has points in its name.
    private static IEnumerable<(string Type, string Method)> Divisions(string fullName)
    {
        var depth = 0;
        var inBrackets = fullName.Contains('`', StringComparison.Ordinal) && fullName.Contains('[', StringComparison.Ordinal);
        for (var i = 1; i < fullName.Length - 1; i++)
        {
            depth += fullName[i] == '[' ? 1 : fullName[i] == ']' ? -1 : 0;
            if (fullName[i] == '.' && depth == 0 && (!inBrackets || fullName[..i].Contains('[', StringComparison.Ordinal)))
            {
                yield return (fullName[..i], fullName[(i + 1)..]);
            }
        }
    }

    private EntityHandle? Reference(DefinedType type, TypeName name, MethodDefinitionHandle method)
    {
        var definition = type.Assembly.GetMethodDefinition(method);
        if (Handle(name, type) is not { } parent)
        {
            return null;
        }

        var signature = SignatureBytes.OfMethod(definition.DecodeSignature(_signatures, null));
        var key = $"{MetadataTokens.GetToken(parent)} {type.Assembly.GetString(definition.Name)} {Convert.ToHexString(signature)}";
        var member = Once(key, () => _metadata.AddMemberReference(parent, _metadata.GetOrAddString(type.Assembly.GetString(definition.Name)), _metadata.GetOrAddBlob(signature)));
        var parameters = definition.GetGenericParameters();
        if (parameters.Count == 0)
        {
            return member;
        }

        // The arguments are not known: the code that references share is what most callers use. Where an argument must be a value type there is no such code.
        if (parameters.Any(p => (type.Assembly.GetGenericParameter(p).Attributes & GenericParameterAttributes.NotNullableValueTypeConstraint) != 0))
        {
            return null;
        }

        var arguments = new BlobBuilder();
        var encoder = new BlobEncoder(arguments).MethodSpecificationSignature(parameters.Count);
        for (var i = 0; i < parameters.Count; i++)
        {
            encoder.AddArgument().Type(_references.Canon, isValueType: false);
        }

        return Once(key + " <>", () => _metadata.AddMethodSpecification(member, _metadata.GetOrAddBlob(arguments)));
    }

    private EntityHandle? Named(string name)
    {
        if (!_namedTypes.TryGetValue(name, out var handle))
        {
            handle = TypeName.TryParse(name, out var type) ? Handle(type, null) : null;
            _namedTypes.Add(name, handle);
        }

        return handle;
    }

    private EntityHandle? Handle(TypeName name, DefinedType? known)
    {
        if (known is { } definition && !name.IsConstructedGenericType)
        {
            return _references.Of(definition);
        }

        if (name.IsSimple && Definition(name) is { } simple)
        {
            return _references.Of(simple);
        }

        return Bytes(name, known) is { } bytes ? Once(Convert.ToHexString(bytes), () => _metadata.AddTypeSpecification(_metadata.GetOrAddBlob(bytes))) : null;
    }

    private byte[]? Bytes(TypeName name, DefinedType? known = null)
    {
        if (name.IsConstructedGenericType)
        {
            var arguments = name.GetGenericArguments().Select(a => Bytes(a)).ToImmutableArray();
            var definition = known ?? Definition(name.GetGenericTypeDefinition());
            return definition is { } type && !arguments.Contains(null)
                ? _signatures.GetGenericInstantiation(SignatureBytes.OfReference(_references.Of(type), type.IsValueType), arguments!)
                : null;
        }

        if (name.IsArray)
        {
            return Bytes(name.GetElementType()) is { } element
                ? name.IsSZArray ? _signatures.GetSZArrayType(element) : _signatures.GetArrayType(element, new(name.GetArrayRank(), [], []))
                : null;
        }

        if (!name.IsSimple)
        {
            return null;
        }

        return name.FullName switch
        {
            "System.__Canon" => SignatureBytes.OfReference(_references.Canon, isValueType: false),
            "System.Boolean" => [(byte)PrimitiveTypeCode.Boolean],
            "System.Char" => [(byte)PrimitiveTypeCode.Char],
            "System.SByte" => [(byte)PrimitiveTypeCode.SByte],
            "System.Byte" => [(byte)PrimitiveTypeCode.Byte],
            "System.Int16" => [(byte)PrimitiveTypeCode.Int16],
            "System.UInt16" => [(byte)PrimitiveTypeCode.UInt16],
            "System.Int32" => [(byte)PrimitiveTypeCode.Int32],
            "System.UInt32" => [(byte)PrimitiveTypeCode.UInt32],
            "System.Int64" => [(byte)PrimitiveTypeCode.Int64],
            "System.UInt64" => [(byte)PrimitiveTypeCode.UInt64],
            "System.IntPtr" => [(byte)PrimitiveTypeCode.IntPtr],
            "System.UIntPtr" => [(byte)PrimitiveTypeCode.UIntPtr],
            "System.Single" => [(byte)PrimitiveTypeCode.Single],
            "System.Double" => [(byte)PrimitiveTypeCode.Double],
            "System.String" => [(byte)PrimitiveTypeCode.String],
            "System.Object" => [(byte)PrimitiveTypeCode.Object],
            _ => Definition(name) is { } type ? SignatureBytes.OfReference(_references.Of(type), type.IsValueType) : null,
        };
    }

    // The runtime names the assembly within square brackets, but not everywhere; an internal type of the same name may stand in another.
    private DefinedType? Definition(TypeName name)
    {
        var found = _assemblies.Types(TypeName.Unescape(name.FullName));
        if (name.AssemblyName is { } assembly && found.Count > 1)
        {
            found = [.. found.Where(t => t.Assembly.StringComparer.Equals(t.Assembly.GetAssemblyDefinition().Name, assembly.Name))];
        }

        return found.Count == 1 ? found[0] : null;
    }

    private EntityHandle Once(string key, Func<EntityHandle> add)
    {
        if (!_specifications.TryGetValue(key, out var handle))
        {
            handle = add();
            _specifications.Add(key, handle);
        }

        return handle;
    }
}
