namespace Realtime.Browser.Tests.Live;

public class LivePathTests(Chromium chromium, Newsroom newsroom)
{
    private readonly string _article = Newsroom.NewArticle();

    [Fact]
    public async Task Two_people_see_what_each_other_writes()
    {
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada);
        await using var armen = await newsroom.OpenAsync(chromium, _article, Person.Armen);

        await ada.WriteAsync("The bell is the only clock.");
        await Expect(armen.Words).ToHaveTextAsync(["The bell is the only clock."]);
        await armen.WriteAsync("Նավը չի կարող կանգնել։");

        await Expect(ada.Comments).ToHaveCountAsync(2);
        await Expect(ada.Comment(2).Locator(".words")).ToHaveTextAsync("Նավը չի կարող կանգնել։");
        await Expect(ada.Comment(2).Locator(".name")).ToHaveTextAsync(Person.Armen.Name);
    }

    [Fact]
    public async Task An_edit_takes_its_place_on_every_screen()
    {
        await newsroom.Server.PostAsync(Person.Ada, _article, "Befor");
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada);
        await using var armen = await newsroom.OpenAsync(chromium, _article, Person.Armen);
        await Expect(armen.Words).ToHaveTextAsync(["Befor"]);

        await ada.ChooseAsync(1, "Edit");
        await ada.Comment(1).GetByRole(AriaRole.Textbox).FillAsync("Before");
        await ada.Comment(1).GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();

        await Expect(armen.Words).ToHaveTextAsync(["Before"]);
        await Expect(ada.Words).ToHaveTextAsync(["Before"]);
        await Expect(armen.Comment(1)).ToContainTextAsync("edited");
    }

    [Fact]
    public async Task What_its_author_removes_is_gone_from_every_screen()
    {
        await newsroom.Server.PostAsync(Person.Ada, _article, "Regretted");
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada);
        await using var armen = await newsroom.OpenAsync(chromium, _article, Person.Armen);
        await Expect(armen.Words).ToHaveTextAsync(["Regretted"]);

        await ada.ChooseAsync(1, "Remove");
        await ada.Thread.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();

        await Expect(armen.Thread).Not.ToContainTextAsync("Regretted");
        await Expect(ada.Thread).Not.ToContainTextAsync("Regretted");
    }

    [Fact]
    public async Task A_reaction_is_counted_on_every_screen()
    {
        await newsroom.Server.PostAsync(Person.Ada, _article, "A bridge is a promise.");
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada);
        await using var armen = await newsroom.OpenAsync(chromium, _article, Person.Armen);

        await armen.Comment(1).GetByRole(AriaRole.Button, new() { Name = "React" }).ClickAsync();
        await armen.Comment(1).Locator(".panel").GetByRole(AriaRole.Button, new() { Name = "Like" }).ClickAsync();

        await Expect(ada.Comment(1).GetByRole(AriaRole.Button, new() { Name = "Like: 1" })).ToBeVisibleAsync();
        await Expect(armen.Comment(1).GetByRole(AriaRole.Button, new() { Name = "Like: 1" })).ToHaveAttributeAsync("aria-pressed", "true");
    }
}
