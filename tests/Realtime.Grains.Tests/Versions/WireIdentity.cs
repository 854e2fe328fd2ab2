using System.Reflection;
using System.Runtime.CompilerServices;
using Realtime.Discussion.Threads;
using Realtime.Grains.Threads;

namespace Realtime.Grains.Tests.Versions;

/// <summary>Everything by which silos of different versions recognize what they send one another, as text.</summary>
internal static class WireIdentity
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] All = [.. new[] { typeof(ThreadCommand), typeof(IArticleThreadGrain) }.SelectMany(type => type.Assembly.GetTypes())];

    /// <summary>Types that are sent.</summary>
    public static IEnumerable<Type> Sent => Ordered(All.Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false)));

    /// <summary>Interfaces that are called from another silo.</summary>
    public static IEnumerable<Type> Called => Ordered(All.Where(type => type.IsInterface && type.IsAssignableTo(typeof(IAddressable))));

    /// <summary>Classes that serve such calls.</summary>
    public static IEnumerable<Type> Serving => Ordered(All.Where(type => type.IsClass && type.IsAssignableTo(typeof(IGrain)) && !IsGenerated(type)));

    /// <summary>What holds state of a sent type, with the number that it is sent under (null when it has none).</summary>
    public static IEnumerable<(string Name, Type Type, uint? Id)> Members(Type type) =>
        type.GetFields(Declared).Select(field => Member(type, field)).OrderBy(member => member.Id).ThenBy(member => member.Name, StringComparer.Ordinal);

    public static string? Alias(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias;

    public static IEnumerable<string> Lines() => Sent.SelectMany(Describe).Concat(Called.SelectMany(Describe)).Concat(Serving.Select(type => $"grain {GrainTypeOf(type)}"))
        .Concat(Ordered(Sent.SelectMany(type => Members(type).Select(member => member.Type)).Where(type => type.IsEnum).Distinct()).Select(DescribeEnum));

    public static string? GrainTypeOf(Type grain) =>
        grain.GetCustomAttribute<GrainTypeAttribute>(inherit: false)?.GetGrainType(null!, grain).ToString();

    private static IEnumerable<string> Describe(Type type)
    {
        if (type.IsInterface) return [$"interface {Alias(type)}", .. type.GetMethods().OrderBy(Alias, StringComparer.Ordinal).Select(DescribeMethod)];
        var parent = type.BaseType is { } known && known != typeof(object) && known != typeof(ValueType) ? $" : {NameOf(known)}" : "";
        return [$"type {Alias(type)}{parent}", .. Members(type).Select(member => $"  {member.Id} {member.Name} {NameOf(member.Type)}")];
    }

    private static string DescribeMethod(MethodInfo method) =>
        $"  {Alias(method)}({string.Join(", ", method.GetParameters().Select(parameter => NameOf(parameter.ParameterType)))}) {NameOf(method.ReturnType)}";

    private static string DescribeEnum(Type type) =>
        $"enum {type.Name}: {string.Join(", ", Enum.GetNames(type).Select(name => $"{name} {(int)Enum.Parse(type, name)}"))}";

    /// <summary>An automatic property is its field; the number stands at the property.</summary>
    private static (string Name, Type Type, uint? Id) Member(Type type, FieldInfo field)
    {
        var name = field.IsDefined(typeof(CompilerGeneratedAttribute)) ? field.Name[1..field.Name.IndexOf('>')] : field.Name;
        var id = (type.GetProperty(name, Declared) ?? (MemberInfo)field).GetCustomAttribute<IdAttribute>()?.Id;
        return (name, field.FieldType, id);
    }

    private static string NameOf(Type type) => type switch
    {
        { IsArray: true } => $"{NameOf(type.GetElementType()!)}[]",
        { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>",
        _ => Alias(type) ?? type.Name,
    };

    private static bool IsGenerated(Type type) => type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false);

    private static IEnumerable<Type> Ordered(IEnumerable<Type> types) => types.OrderBy(type => Alias(type) ?? type.Name, StringComparer.Ordinal);
}
