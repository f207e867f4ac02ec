using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace DocBuilder.Cli;

/// <summary>A bar on the last line of a terminal; what is told stands above it.</summary>
internal sealed class ProgressBar : IDisplay
{
    private readonly Surroundings _surroundings;
    private readonly IAnsiConsole _console;
    private readonly ProgressTask _task;
    private readonly List<string> _heldBack;
    private readonly long _begun = Stopwatch.GetTimestamp();

    private ProgressBar(Surroundings surroundings, IAnsiConsole console, ProgressTask task, List<string> heldBack)
    {
        _surroundings = surroundings;
        _console = console;
        _task = task;
        _heldBack = heldBack;
    }

    /// <summary>Shows the bar while the work is done.</summary>
    internal static int Show(Surroundings surroundings, Func<IDisplay, int> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(surroundings.Error),
        });
        var progress = console.Progress().AutoClear(true).Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left });
        var heldBack = new List<string>();
        try
        {
            return progress.Start(context => work(new ProgressBar(surroundings, console, context.AddTask("…", maxValue: double.MaxValue), heldBack)));
        }
        finally
        {
            heldBack.ForEach(surroundings.Output.WriteLine);
        }
    }

    public void Begin(int completed, int total, string source, int failed)
    {
        _task.MaxValue = total;
        _task.Value = completed;
        _task.Description = Markup.Escape($"{completed + 1}/{total}{Speed(completed, total)}{(failed > 0 ? $", {failed} failed" : "")} {source}");
    }

    /// <summary>Articles a second so far, and the time that the rest takes at this speed.</summary>
    private string Speed(int completed, int total)
    {
        var elapsed = Stopwatch.GetElapsedTime(_begun);
        if (completed == 0 || elapsed < TimeSpan.FromSeconds(1))
        {
            return "";
        }

        var left = elapsed / completed * (total - completed);
        return string.Create(CultureInfo.InvariantCulture, $", {completed / elapsed.TotalSeconds:0.#}/s, {(int)left.TotalMinutes}:{left.Seconds:00} left");
    }

    // Not as text: the console would break it to the terminal's width, and a path broken in two cannot be clicked or copied.
    public void Tell(string line) => _console.Write(new ControlCode(line + "\n"));

    public void Written(string path)
    {
        if (_surroundings.OutputIsTerminal)
        {
            // The same terminal, where the bar would be drawn over it: it goes out when the bar is gone.
            _heldBack.Add(path);
        }
        else
        {
            _surroundings.Output.WriteLine(path);
        }
    }
}
