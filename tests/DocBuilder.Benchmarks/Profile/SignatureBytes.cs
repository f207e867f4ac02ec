using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace DocBuilder.Benchmarks.Profile;

/// <summary>Writes a signature of one assembly anew for another, whose own handles stand for the types (ECMA-335 II.23.2).</summary>
internal sealed class SignatureBytes(ProfileReferences references) : ISignatureTypeProvider<byte[], object?>
{
    private const byte Class = 0x12;
    private const byte ValueType = 0x11;

    /// <summary>The bytes of a method's signature, from those that are decoded.</summary>
    public static byte[] OfMethod(MethodSignature<byte[]> signature)
    {
        var blob = new BlobBuilder();
        blob.WriteByte(signature.Header.RawValue);
        if (signature.Header.IsGeneric)
        {
            blob.WriteCompressedInteger(signature.GenericParameterCount);
        }

        blob.WriteCompressedInteger(signature.ParameterTypes.Length);
        blob.WriteBytes(signature.ReturnType);
        foreach (var parameter in signature.ParameterTypes)
        {
            blob.WriteBytes(parameter);
        }

        return blob.ToArray();
    }

    /// <summary>The bytes of a type that is named as it is, without arguments.</summary>
    public static byte[] OfReference(EntityHandle handle, bool isValueType)
    {
        var blob = new BlobBuilder();
        blob.WriteByte(isValueType ? ValueType : Class);
        blob.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(handle));
        return blob.ToArray();
    }

    public byte[] GetPrimitiveType(PrimitiveTypeCode typeCode) => [(byte)typeCode];

    public byte[] GetGenericInstantiation(byte[] genericType, ImmutableArray<byte[]> typeArguments)
    {
        var blob = new BlobBuilder();
        blob.WriteByte((byte)SignatureTypeCode.GenericTypeInstance);
        blob.WriteBytes(genericType);
        blob.WriteCompressedInteger(typeArguments.Length);
        foreach (var argument in typeArguments)
        {
            blob.WriteBytes(argument);
        }

        return blob.ToArray();
    }

    public byte[] GetArrayType(byte[] elementType, ArrayShape shape)
    {
        var blob = new BlobBuilder();
        blob.WriteByte((byte)SignatureTypeCode.Array);
        blob.WriteBytes(elementType);
        new ArrayShapeEncoder(blob).Shape(shape.Rank, shape.Sizes, shape.LowerBounds);
        return blob.ToArray();
    }

    public byte[] GetSZArrayType(byte[] elementType) => [(byte)SignatureTypeCode.SZArray, .. elementType];

    public byte[] GetByReferenceType(byte[] elementType) => [(byte)SignatureTypeCode.ByReference, .. elementType];

    public byte[] GetPointerType(byte[] elementType) => [(byte)SignatureTypeCode.Pointer, .. elementType];

    public byte[] GetPinnedType(byte[] elementType) => [(byte)SignatureTypeCode.Pinned, .. elementType];

    public byte[] GetFunctionPointerType(MethodSignature<byte[]> signature) => [(byte)SignatureTypeCode.FunctionPointer, .. OfMethod(signature)];

    public byte[] GetGenericMethodParameter(object? genericContext, int index) => Parameter(SignatureTypeCode.GenericMethodParameter, index);

    public byte[] GetGenericTypeParameter(object? genericContext, int index) => Parameter(SignatureTypeCode.GenericTypeParameter, index);

    public byte[] GetModifiedType(byte[] modifier, byte[] unmodifiedType, bool isRequired) =>
        // The modifier is a handle alone, without the byte that says class or value type.
        [(byte)(isRequired ? SignatureTypeCode.RequiredModifier : SignatureTypeCode.OptionalModifier), .. modifier.AsSpan(1), .. unmodifiedType];

    public byte[] GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        OfReference(references.Of(new DefinedType(reader, handle)), rawTypeKind == ValueType);

    public byte[] GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        OfReference(references.Of(reader, handle), rawTypeKind == ValueType);

    public byte[] GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    private static byte[] Parameter(SignatureTypeCode code, int index)
    {
        var blob = new BlobBuilder();
        blob.WriteByte((byte)code);
        blob.WriteCompressedInteger(index);
        return blob.ToArray();
    }
}
