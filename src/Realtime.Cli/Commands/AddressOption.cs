using System.CommandLine;
using System.CommandLine.Parsing;

namespace Realtime.Cli.Commands;

/// <summary>Where the server is.</summary>
internal sealed class AddressOption : Option<Uri>
{
    public AddressOption(string name)
        : base(name)
    {
        (Description, HelpName) = ("Where the server is.", "address");
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:5080");
        CustomParser = Read;
    }

    private Uri? Read(ArgumentResult given)
    {
        if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") return url;
        given.AddError($"{Name} must be an address such as http://127.0.0.1:5080.");
        return null;
    }
}
