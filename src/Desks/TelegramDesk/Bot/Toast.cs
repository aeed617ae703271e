namespace Rozmova.Desks.TelegramDesk.Bot;

/// <summary>What a button's person hears: a word that passes by, or one to be confirmed.</summary>
internal sealed record Toast(string? Text, bool IsAlert = false, string? Url = null);
