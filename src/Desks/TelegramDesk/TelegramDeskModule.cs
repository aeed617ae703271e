using Microsoft.Extensions.DependencyInjection;
using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.TelegramDesk;

internal static class TelegramDeskModule
{
    /// <summary>Registers the Telegram desk; the Bot API's client is the platform's.</summary>
    public static IServiceCollection AddTelegramDesk(this IServiceCollection services) => services
        .AddSingleton<ChatPace>()
        .AddSingleton<MovedChats>()
        .AddSingleton<DeskBot>()
        .AddSingleton<DeskMemory>()
        .AddSingleton<DeskPeople>()
        .AddSingleton<ShownConversations>()
        .AddSingleton<OrderCards>()
        .AddSingleton<DeskScreens>()
        .AddSingleton<PrivateScreens>()
        .AddSingleton<UpdateReader>()
        .AddSingleton<NewsPlanner>()
        .AddSingleton<ConversationPresses>()
        .AddSingleton<RolePresses>()
        .AddSingleton<PressWork>()
        .AddSingleton<ReplyWork>()
        .AddSingleton<JoinWork>()
        .AddSingleton<MessageWork>()
        .AddSingleton<LettingGo>()
        .AddSingleton<GroupNotices>()
        .AddSingleton<PersonTelling>()
        .AddSingleton<FileSending>()
        .AddSingleton<EventWork>()
        .AddSingleton<IDesk, TelegramDesk>();
}
