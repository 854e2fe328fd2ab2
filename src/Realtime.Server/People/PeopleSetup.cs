namespace Realtime.Server.People;

internal static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services.AddSingleton<PersonReading>().AddSingleton<PersonExport>();
}
