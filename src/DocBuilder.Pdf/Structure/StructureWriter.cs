using System.Text;
using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Structure;

/// <summary>Writes the structure tree: its root, elements, parent tree and ID tree (ISO 32000-1 14.7).</summary>
/// <param name="file">Where.</param>
/// <param name="tree">The tree; from the first step on it changes no more.</param>
/// <param name="pages">The pages' objects.</param>
/// <param name="space">The namespace of the types (ISO 32000-2 14.7.4); null for PDF 1.7's.</param>
/// <param name="noteType">NoteType of notes; null where the version of PDF knows none.</param>
internal sealed class StructureWriter(PdfFile file, StructureTree tree, IReadOnlyList<ObjectId> pages, string? space, string? noteType)
{
    private readonly List<(byte[] Id, ObjectId Element)> _ids = [];
    private ObjectId _namespace;

    /// <summary>First step: gives every element its object, so that others can name it.</summary>
    public void Number() => Number(tree.Root);

    /// <summary>Second step: writes everything and gives the StructTreeRoot.</summary>
    public ObjectId Write()
    {
        var root = file.Reserve();
        WriteNamespace();
        WriteElement(tree.Root, root);
        var parentTree = WriteParentTree();
        var idTree = _ids.Count == 0 ? default : NameTree.Write(file, _ids, static (w, id) => w.Reference(id));
        var w = file.Begin(root).BeginDictionary()
            .Name("Type"u8).Name("StructTreeRoot"u8)
            .Name("K"u8).Reference(tree.Root.ObjectId)
            .Name("ParentTree"u8).Reference(parentTree)
            .Name("ParentTreeNextKey"u8).Integer(pages.Count + tree.AnnotationParents.Count);
        if (space is not null)
        {
            w.Name("Namespaces"u8).BeginArray().Reference(_namespace).EndArray();
        }

        if (_ids.Count > 0)
        {
            w.Name("IDTree"u8).Reference(idTree);
        }

        w.EndDictionary();
        file.End();
        return root;
    }

    private void WriteNamespace()
    {
        if (space is not null)
        {
            _namespace = file.Reserve();
            file.Begin(_namespace).BeginDictionary().Name("Type"u8).Name("Namespace"u8).Name("NS"u8).Text(space).EndDictionary();
            file.End();
        }
    }

    private void Number(StructureElement element)
    {
        element.ObjectId = file.Reserve();
        if (element.Id is { } id)
        {
            _ids.Add((Encoding.ASCII.GetBytes(id), element.ObjectId));
        }

        foreach (var kid in element.Kids)
        {
            if (kid is StructureElement child)
            {
                Number(child);
            }
        }
    }

    private void WriteElement(StructureElement element, ObjectId parent)
    {
        var page = FirstPageOf(element);
        var w = file.Begin(element.ObjectId).BeginDictionary()
            .Name("S"u8).Name(element.Type)
            .Name("P"u8).Reference(parent);
        if (space is not null)
        {
            w.Name("NS"u8).Reference(_namespace);
        }

        if (page >= 0)
        {
            w.Name("Pg"u8).Reference(pages[page]);
        }

        if (element.Id is { } id)
        {
            w.Name("ID"u8).String(Encoding.ASCII.GetBytes(id));
        }

        WriteText(w, "Lang"u8, element.Language);
        WriteText(w, "Alt"u8, element.AlternativeText);
        WriteText(w, "E"u8, element.Expansion);
        if (element.AssociatedFile is { } associated)
        {
            w.Name("AF"u8).BeginArray().Reference(associated).EndArray();
        }

        AttributeWriter.Write(w, element, noteType);
        WriteReferences(w, element);
        WriteKids(w, element, page);
        w.EndDictionary();
        file.End();
        foreach (var kid in element.Kids)
        {
            if (kid is StructureElement child)
            {
                WriteElement(child, element.ObjectId);
            }
        }
    }

    /// <summary>An element that was taken out of the tree is pointed at by its nearest ancestor in it.</summary>
    private static void WriteReferences(TokenWriter w, StructureElement element)
    {
        if (element.References.Count == 0)
        {
            return;
        }

        w.Name("Ref"u8).BeginArray();
        foreach (var id in element.References.Select(static other => other.Written.ObjectId).Distinct())
        {
            w.Reference(id);
        }

        w.EndArray();
    }

    private void WriteKids(TokenWriter w, StructureElement element, int page)
    {
        var count = element.Kids.Sum(static kid => kid is ContentSlot slot ? slot.Content.Count : 1);
        if (count == 0)
        {
            return;
        }

        w.Name("K"u8);
        if (count > 1)
        {
            w.BeginArray();
        }

        foreach (var kid in element.Kids)
        {
            switch (kid)
            {
                case StructureElement child:
                    w.Reference(child.ObjectId);
                    break;
                case ContentSlot slot:
                    foreach (var (index, id) in slot.Content)
                    {
                        WriteMarkedContentReference(w, index, id, index == page);
                    }

                    break;
                case ObjectReference reference:
                    w.BeginDictionary().Name("Type"u8).Name("OBJR"u8);
                    if (reference.PageIndex != page)
                    {
                        w.Name("Pg"u8).Reference(pages[reference.PageIndex]);
                    }

                    w.Name("Obj"u8).Reference(reference.Annotation).EndDictionary();
                    break;
            }
        }

        if (count > 1)
        {
            w.EndArray();
        }
    }

    private void WriteMarkedContentReference(TokenWriter w, int pageIndex, int id, bool isOnElementsPage)
    {
        if (isOnElementsPage)
        {
            w.Integer(id);
            return;
        }

        w.BeginDictionary().Name("Type"u8).Name("MCR"u8)
            .Name("Pg"u8).Reference(pages[pageIndex])
            .Name("MCID"u8).Integer(id).EndDictionary();
    }

    /// <summary>The page of the element's first own content, so that identifiers there need no dictionary; -1 when it has none.</summary>
    private static int FirstPageOf(StructureElement element)
    {
        foreach (var kid in element.Kids)
        {
            switch (kid)
            {
                case ContentSlot { Content: [var (page, _), ..] }:
                    return page;
                case ObjectReference reference:
                    return reference.PageIndex;
            }
        }

        return -1;
    }

    /// <summary>An array for every page, then a single reference for every annotation (14.7.4.4).</summary>
    private ObjectId WriteParentTree()
    {
        var arrays = new ObjectId[tree.PageParents.Count];
        for (var page = 0; page < arrays.Length; page++)
        {
            arrays[page] = file.Reserve();
            var w = file.Begin(arrays[page]).BeginArray();
            foreach (var element in tree.PageParents[page])
            {
                w.Reference(element.ObjectId);
            }

            w.EndArray();
            file.End();
        }

        ObjectId[] values = [.. arrays, .. tree.AnnotationParents.Select(static element => element.ObjectId)];
        return NumberTree.Write(file, values);
    }

    private static void WriteText(TokenWriter w, ReadOnlySpan<byte> key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            w.Name(key).Text(value);
        }
    }
}
