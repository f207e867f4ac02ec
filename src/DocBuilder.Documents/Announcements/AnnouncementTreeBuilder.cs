using System.Collections.Immutable;
using System.Text;

namespace DocBuilder.Documents.Announcements;

/// <summary>Grows a tree of announcements in the order of reading, within the limits of depth and number.</summary>
public sealed class AnnouncementTreeBuilder
{
    private static readonly Announcement Words = new(AnnouncementRole.Text, "");

    private readonly Limits _limits;
    private readonly Stack<Open> _open = new();
    private readonly ImmutableArray<Announcement>.Builder _roots = ImmutableArray.CreateBuilder<Announcement>();
    private readonly StringBuilder _words = new();
    private int _tooDeep;
    private int _count;

    /// <summary>Makes an empty tree.</summary>
    public AnnouncementTreeBuilder(Limits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _limits = limits;
    }

    /// <summary>Whether elements lay deeper than <see cref="Limits.Depth"/>; they were set down beside each other at that depth.</summary>
    public bool WasTooDeep { get; private set; }

    /// <summary>Whether <see cref="Limits.Nodes"/> is reached; what comes after is left out.</summary>
    public bool IsFull => _count >= _limits.Nodes;

    /// <summary>Whether anything was begun or added.</summary>
    public bool HasContents => _count > 0;

    /// <summary>Whether any words were said, or said in place of a picture.</summary>
    public bool HasWords { get; private set; }

    /// <summary>Begins an element. What follows until <see cref="End"/> is in it.</summary>
    public void Begin(Announcement announcement)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        FlushWords();
        _count++;
        if (_open.Count >= _limits.Depth)
        {
            WasTooDeep = true;
            _tooDeep++;
            Set(announcement);
            return;
        }

        _open.Push(new(announcement));
    }

    /// <summary>Adds words to the element that is open.</summary>
    public void Say(string text) => _words.Append(text);

    /// <summary>Adds an element that has nothing in it.</summary>
    public void Add(Announcement announcement)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        FlushWords();
        _count++;
        Set(announcement);
    }

    /// <summary>Ends the element that was begun last.</summary>
    public void End()
    {
        FlushWords();
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }

        var element = _open.Pop();
        Set(element.Announcement with { Children = element.Children.DrainToImmutable() });
    }

    /// <summary>Changes the element that is open, to what became known of it only inside.</summary>
    public void Amend(Func<Announcement, Announcement> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (_tooDeep == 0 && _open.TryPeek(out var element))
        {
            element.Announcement = change(element.Announcement);
        }
    }

    /// <summary>Says on which page the elements that are open begin, as far as that is not known yet.</summary>
    public void Place(string? page)
    {
        foreach (var element in _open)
        {
            if (page is null || element.Announcement.Page is not null)
            {
                return;
            }

            element.Announcement = element.Announcement with { Page = page };
        }
    }

    /// <summary>Ends what is open and returns the tree.</summary>
    public ImmutableArray<Announcement> Finish()
    {
        _tooDeep = 0;
        while (_open.Count > 0)
        {
            End();
        }

        FlushWords();
        return _roots.ToImmutable();
    }

    private void Set(Announcement announcement)
    {
        HasWords |= announcement.Alternative is not null || !string.IsNullOrWhiteSpace(announcement.Text) || !string.IsNullOrWhiteSpace(announcement.ActualText);
        (_open.TryPeek(out var parent) ? parent.Children : _roots).Add(announcement);
    }

    private void FlushWords()
    {
        if (_words.Length == 0)
        {
            return;
        }

        var text = _words.ToString();
        _words.Clear();
        _count++;
        Set(Words with { Text = text });
    }

    private sealed class Open(Announcement announcement)
    {
        internal Announcement Announcement { get; set; } = announcement;

        internal ImmutableArray<Announcement>.Builder Children { get; } = ImmutableArray.CreateBuilder<Announcement>();
    }
}
