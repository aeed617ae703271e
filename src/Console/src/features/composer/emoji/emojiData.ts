export type Emoji = { character: string; words: string[] };

export type EmojiGroup = 'faces' | 'people' | 'hearts' | 'nature' | 'food' | 'places' | 'things' | 'signs';

/** A few hundred that people write to customers with, each with the words it is looked for by, English and Ukrainian. */
const lines: Record<EmojiGroup, string> = {
  faces: `😀 grinning smile усмішка радість
😃 smiley happy щасливий усмішка
😄 smile laugh сміх радість
😁 grin beaming вишкір
😆 laughing satisfied регіт
😅 sweat relief полегшення піт
😂 joy tears сльози сміх
🤣 rofl rolling регочу
🙂 slight_smile усмішка
🙃 upside_down догори
😉 wink підморгування
😊 blush рум'янець
😇 innocent angel янгол
🥰 loving adore обожнюю
😍 heart_eyes love закоханий
🤩 star_struck wow захват
😘 kiss поцілунок
😋 yum tasty смачно
😜 tongue joke жарт язик
🤗 hug обійми
🤭 oops giggle ой
🤫 quiet secret тихо
🤔 thinking hmm думаю
🤐 zipper мовчу
😐 neutral нейтральний
😑 expressionless байдуже
😶 no_words без_слів
😏 smirk хитро
🙄 eye_roll закочую
😬 grimace незручно
😌 relieved спокій
😔 pensive sad сум
😴 sleeping сон
😷 mask sick маска
🤒 thermometer ill хворий
🤧 sneeze cold нежить
🥵 hot спека
🥶 freezing мороз
😎 cool sunglasses крутий
🤓 nerd розумник
🧐 monocle уважно
😕 confused розгублений
😟 worried хвилююся
🙁 frown сумно
😮 surprised wow здивування
😳 flushed соромно
🥺 please pleading благаю
😢 cry плачу
😭 sob ридаю
😱 scream жах
😞 disappointed розчарування
😓 downcast втома
😩 weary втомлений
😤 triumph пирхання
😡 angry злість
🤯 mind_blown вибух
🥳 party celebrate свято
🥲 bittersweet крізь_сльози`,
  people: `👍 thumbs_up yes ok так добре
👎 thumbs_down no ні погано
👌 ok_hand perfect чудово
✌️ victory peace перемога мир
🤞 fingers_crossed luck удача
🤝 handshake deal домовились згода
👏 clap bravo оплески браво
🙌 raised_hands hooray ура
🙏 thanks please pray дякую прошу
💪 muscle strong сила
👋 wave hello bye привіт бувай
✋ hand stop стоп
👉 point_right праворуч
👈 point_left ліворуч
👆 point_up вгору
👇 point_down вниз
☝️ index_up one увага
✍️ writing пишу
🤷 shrug не_знаю
🤦 facepalm рука_обличчя
🙋 raising_hand question я
🙇 bow sorry вибачте
💁 info підказка
👩‍💻 technologist support підтримка
🧑‍🔧 mechanic repair майстер
🧑‍🍳 cook кухар
🚶 walk іду
🏃 run біжу
👶 baby немовля
👨‍👩‍👧 family родина
👀 eyes look дивлюся
🗣️ speaking кажу`,
  hearts: `❤️ heart love серце любов
🧡 orange_heart помаранчеве
💛 yellow_heart жовте
💚 green_heart зелене
💙 blue_heart синє
💜 purple_heart фіолетове
🖤 black_heart чорне
🤍 white_heart біле
💔 broken_heart розбите
💕 two_hearts сердечка
💖 sparkling_heart сяйво
💯 hundred сто
💫 dizzy зірка
✨ sparkles блиск
⭐ star зірка
🌟 glowing_star сяйво
🔥 fire hot вогонь
🎉 tada party свято вітаю
🎊 confetti конфеті
🎁 gift present подарунок
🎂 cake birthday торт народження
🎈 balloon кулька
🏆 trophy winner кубок
🥇 gold_medal first перше
🇺🇦 ukraine україна прапор`,
  nature: `🌸 blossom flower цвіт квітка
🌹 rose троянда
🌷 tulip тюльпан
🌻 sunflower соняшник
🌼 daisy ромашка
💐 bouquet букет
🌿 herb green зелень
🍀 clover luck конюшина
🌱 seedling паросток
🌲 tree дерево
🍁 maple autumn осінь
☀️ sun сонце
🌤️ partly_sunny хмаринка
☁️ cloud хмара
🌧️ rain дощ
⛈️ storm гроза
❄️ snow сніг
🌈 rainbow веселка
🌙 moon night місяць ніч
🌍 earth world світ
🐶 dog пес собака
🐱 cat кіт
🐰 rabbit кролик
🐻 bear ведмідь
🦊 fox лисиця
🐝 bee бджола
🦋 butterfly метелик
🕊️ dove peace голуб мир`,
  food: `☕ coffee кава
🍵 tea чай
🍰 cake dessert тістечко
🍪 cookie печиво
🍫 chocolate шоколад
🍓 strawberry полуниця
🍎 apple яблуко
🍋 lemon лимон
🍇 grapes виноград
🍉 watermelon кавун
🥑 avocado авокадо
🥗 salad салат
🍞 bread хліб
🥐 croissant круасан
🧀 cheese сир
🍕 pizza піца
🍔 burger бургер
🍟 fries картопля
🍣 sushi суші
🍜 noodles суп локшина
🥘 stew борщ страва
🍦 ice_cream морозиво
🍷 wine вино
🍺 beer пиво
🥂 cheers toast будьмо
💧 water вода`,
  places: `🏠 home house дім
🏢 office офіс
🏪 shop store крамниця магазин
🏥 hospital лікарня
🏦 bank банк
🏨 hotel готель
📍 pin place адреса місце
🗺️ map карта
🧭 compass компас
🚗 car авто машина
🚕 taxi таксі
🚌 bus автобус
🚚 truck delivery доставка вантажівка
🚲 bike велосипед
🛵 scooter скутер
🚆 train потяг
✈️ plane літак
⛽ fuel пальне
🅿️ parking паркування
🚧 construction ремонт
⏰ alarm clock будильник
⏳ wait hourglass чекати
⌛ time час
📅 calendar date дата календар
🕐 one_oclock година`,
  things: `📦 package box посилка пакунок
🛒 cart кошик
🛍️ bags shopping покупки
💳 card payment картка оплата
💵 money гроші
🧾 receipt чек
🏷️ price tag цінник
📱 phone телефон
☎️ call дзвінок
💻 laptop комп'ютер
🖨️ printer принтер
📷 camera фото
🎥 video відео
🎧 headphones навушники
🔌 plug штекер
🔋 battery батарея
💡 idea light ідея лампочка
🔧 wrench fix ремонт ключ
🔨 hammer молоток
⚙️ settings gear налаштування
🔑 key ключ
🔒 lock secure замок
🔓 unlock відкрито
📧 email пошта лист
✉️ envelope letter конверт
📄 page document документ
📎 paperclip скріпка
📌 pushpin важливо
📝 memo note нотатка
📊 chart графік
📈 growth зростання
📉 decline спад
🔍 search шукати
🗑️ trash смітник
🎨 paint art фарби
🎵 music музика
👕 tshirt футболка
👗 dress сукня
👟 sneakers взуття
👜 handbag сумка
💍 ring каблучка
💊 pill ліки
🧸 teddy іграшка
📚 books книги
🎓 graduation навчання`,
  signs: `✅ check done yes готово так
☑️ checked відмічено
❌ cross no ні хрестик
❗ exclamation important увага
❓ question питання
⚠️ warning попередження
🚫 forbidden заборонено
ℹ️ info інформація
🆗 ok гаразд
🆕 new новинка
🆓 free безкоштовно
🔝 top найкраще
🔜 soon скоро
🔄 refresh обмін повтор
➡️ right праворуч
⬅️ left ліворуч
⬆️ up вгору
⬇️ down вниз
➕ plus плюс
➖ minus мінус
🟢 green on зелений
🟡 yellow жовтий
🔴 red off червоний
🔔 bell notify дзвоник
📢 loudspeaker оголошення
💬 speech chat повідомлення
♻️ recycle переробка
™️ trademark марка
1️⃣ one один
2️⃣ two два
3️⃣ three три`,
};

const read = (text: string): Emoji[] =>
  text.split('\n').map((line) => {
    const [character = '', ...words] = line.split(' ');
    return { character, words };
  });

export const emojiGroups = Object.entries(lines).map(([name, text]) => ({ name: name as EmojiGroup, emojis: read(text) }));

/** Those one of whose words begins with what was typed; whole words first. */
export function findEmojis(query: string, most: number): Emoji[] {
  const typed = query.toLowerCase();
  const found = emojiGroups.flatMap(({ emojis }) => emojis).filter(({ words }) => words.some((word) => word.startsWith(typed)));
  return found
    .map((emoji) => ({ emoji, isWhole: emoji.words.includes(typed) }))
    .sort((one, other) => Number(other.isWhole) - Number(one.isWhole))
    .slice(0, most)
    .map(({ emoji }) => emoji);
}
