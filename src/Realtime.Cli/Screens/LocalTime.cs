using System.Globalization;

namespace Realtime.Cli.Screens;

/// <summary>Times as somebody at this machine says them: the hour today, with the day before it otherwise.</summary>
internal sealed class LocalTime(TimeProvider time)
{
    public string Of(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, time.LocalTimeZone);
        var format = local.Date == time.GetLocalNow().Date ? "HH:mm" : "yyyy-MM-dd HH:mm";
        return local.ToString(format, CultureInfo.InvariantCulture);
    }
}
