using Realtime.Cli.Watching;

namespace Realtime.Cli.Screens;

/// <summary>Where a watched thread is shown. Calls come one at a time and in order.</summary>
internal interface IThreadScreen
{
    void Show(WatchNews news);
}
