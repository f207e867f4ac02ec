using System.Collections.Immutable;
using Xunit;

namespace DocBuilder.Tests.Building;

public sealed class BatchPlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_tree_of_a_folder_is_mirrored_in_ordinal_order()
    {
        _folder.Write("in/b.html");
        _folder.Write("in/a/z.txt");
        _folder.Write("in/a-b.htm");
        _folder.Write("in/a/deep/er/خبر.xhtml");
        _folder.Write("in/B.HTML");

        Assert.Equal(["B", "a-b", "a/deep/er/خبر", "a/z", "b"], Targets("in"));
    }

    [Fact]
    public void Only_articles_that_can_be_seen_are_taken_from_a_folder()
    {
        _folder.Write("in/a.html");
        _folder.Write("in/.hidden.html");
        _folder.Write("in/.hidden/b.html");
        _folder.Write("in/a_files/frame.html");
        _folder.Write("in/sub/A_FILES/frame.html");
        _folder.Write("in/picture.png");
        _folder.Write("in/readme");

        Assert.Equal(["a"], Targets("in"));
    }

    [Fact]
    public void What_is_named_is_taken_though_it_is_hidden_or_of_no_known_kind()
    {
        _folder.Write(".hidden.html");
        _folder.Write("page_files/frame.html");
        _folder.Write("page.php");
        _folder.Write(".html");

        Assert.Equal([".hidden", "frame", "page", "html"], Targets(".hidden.html", "page_files", "page.php", ".html"));
    }

    [Fact]
    public void A_single_file_stands_right_in_the_output_folder()
    {
        _folder.Write("in/deep/article.v2.html");

        Assert.Equal(["article.v2"], Targets("in/deep/article.v2.html"));
    }

    [Fact]
    public void Links_that_run_in_circles_end()
    {
        _folder.Write("in/a/x.html");
        Directory.CreateSymbolicLink(_folder["in/a/up"], _folder["in"]);
        Directory.CreateSymbolicLink(_folder["in/a/self"], "self");
        Directory.CreateSymbolicLink(_folder["in/other"], "a");

        Assert.Equal(["a/x"], Targets("in").Select(target => target.Replace("other", "a", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_linked_folder_outside_is_followed()
    {
        _folder.Write("elsewhere/x.html");
        _folder.Write("in/y.html");
        Directory.CreateSymbolicLink(_folder["in/link"], "../elsewhere");

        Assert.Equal(["link/x", "y"], Targets("in"));
    }

    [Fact]
    public void The_same_file_twice_is_built_once()
    {
        _folder.Write("in/a.html");

        Assert.Equal(["a"], Targets("in", "in/a.html", "in/../in/a.html"));
    }

    [Fact]
    public void Of_two_files_with_one_target_the_second_fails_and_names_the_first()
    {
        _folder.Write("in/a.html");
        _folder.Write("in/a.txt");

        var plan = Plan("in");

        Assert.Null(plan[0].Failure);
        Assert.Equal("DB0005", plan[1].Failure!.Code);
        Assert.Contains("a.html", plan[1].Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_and_what_is_empty_fail_in_their_place()
    {
        _folder.Write("a.html");
        Directory.CreateDirectory(_folder["empty"]);

        Assert.Equal(["DB0001", null, "DB0004"], Plan("missing.html", "a.html", "empty").Select(entry => entry.Failure?.Code));
    }

    private ImmutableArray<BatchPlan.Entry> Plan(params string[] inputs) =>
        BatchPlan.Make(inputs.Select(input => ArticleInput.FromPath(_folder[input])), _folder["out"], TestContext.Current.CancellationToken);

    private IEnumerable<string> Targets(params string[] inputs) =>
        Plan(inputs).Select(entry => Path.GetRelativePath(_folder["out"], entry.Target).Replace('\\', '/'));
}
