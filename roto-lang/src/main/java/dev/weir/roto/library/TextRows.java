package dev.weir.roto.library;

import dev.weir.roto.run.Characters;
import dev.weir.roto.run.Splitting;
import dev.weir.roto.run.TextBuffer;
import dev.weir.roto.run.Texts;

/// `String`, its views and its buffer, `char` and `bool`.
final class TextRows {
  private TextRows() {}

  static void addTo(LibraryBuilder library) {
    new Rows(library, "bool", Characters.class)
        .add("fn to_string(self: bool) -> String", "toString", "`true` or `false`.")
        .add(
            "fn parse(text: String) -> bool?",
            "parseBoolean",
            "`true` and `false`; `None` for any other text.");
    addCharacters(new Rows(library, "char", Characters.class));
    Rows texts = new Rows(library, "String", Texts.class);
    addTests(texts);
    addChanges(texts);
    addParts(texts);
    addSplitting(new Rows(library, "String", Splitting.class));
    addViews(library);
    addBuffer(library);
  }

  private static void addCharacters(Rows rows) {
    rows.add("fn to_string(self: char) -> String", "toString", "A text of this one character.")
        .add("fn to_u32(self: char) -> u32", "toU32", "The number of the code point.")
        .add(
            "fn from_u32(number: u32) -> char?",
            "fromU32",
            "The character of a code point; `None` for a surrogate and above `0x10FFFF`.")
        .add("fn is_digit(self: char) -> bool", "isDigit", "Whether it is one of `0` to `9`.")
        .add(
            "fn to_digit(self: char, radix: u32) -> u32?",
            "toDigit",
            "The value of a digit or letter in a number system of 2 to 36 digits; `None` if it is"
                + " no digit of it.")
        .add(
            "fn is_alphabetic(self: char) -> bool",
            "isAlphabetic",
            "Whether it has Unicode's property `Alphabetic`.")
        .add(
            "fn is_alphanumeric(self: char) -> bool",
            "isAlphanumeric",
            "Whether it is alphabetic, or a number in any script.")
        .add(
            "fn is_whitespace(self: char) -> bool",
            "isWhitespace",
            "Whether it has Unicode's property `White_Space`: with the no-break space and U+0085,"
                + " without U+001C to U+001F.")
        .add(
            "fn is_uppercase(self: char) -> bool",
            "isUppercase",
            "Whether it has Unicode's property `Uppercase`.")
        .add(
            "fn is_lowercase(self: char) -> bool",
            "isLowercase",
            "Whether it has Unicode's property `Lowercase`.")
        .add("fn is_ascii(self: char) -> bool", "isAscii", "Whether it is below U+0080.");
  }

  private static void addTests(Rows rows) {
    rows.add("fn to_string(self: String) -> String", "same", "The text itself.")
        .add(
            "fn eq(self: String, other: String) -> bool",
            "equal",
            "Whether both have the same characters, as `==`.")
        .add("fn is_empty(self: String) -> bool", "isEmpty", "Whether there is no character.")
        .add(
            "fn len(self: String) -> u64",
            "len",
            "How many characters (code points) there are, as `chars().len()`. Not the bytes: these"
                + " are `bytes().len()`.")
        .add(
            "fn contains(self: String, needle: String) -> bool",
            "contains",
            "Whether the needle is somewhere in the text; an empty one always is.")
        .add(
            "fn starts_with(self: String, start: String) -> bool",
            "startsWith",
            "Whether the text begins with another; with an empty one it does.")
        .add(
            "fn ends_with(self: String, end: String) -> bool",
            "endsWith",
            "Whether the text ends with another; with an empty one it does.")
        .add(
            "fn find(self: String, needle: String) -> u64?",
            "find",
            "At which character, counted from 0, the needle first begins; `None` if it is not"
                + " there. An empty needle is at 0.")
        .add(
            "fn rfind(self: String, needle: String) -> u64?",
            "rfind",
            "At which character, counted from 0, the needle last begins; `None` if it is not"
                + " there. An empty needle is at the end.");
  }

  private static void addChanges(Rows rows) {
    rows.add(
            "fn append(self: String, other: String) -> String",
            "append",
            "Both texts, one behind the other, as `+`.")
        .add(
            "fn repeat(self: String, count: u64) -> String",
            "repeat",
            "The text so many times; 0 times it is empty. More than fits into memory stops the"
                + " script.")
        .add(
            "fn replace(self: String, from: String, to: String) -> String",
            "replace",
            "Every `from` replaced by `to`, from left to right. An empty `from` puts `to` between"
                + " all characters and at both ends.")
        .add(
            "fn to_lowercase(self: String) -> String",
            "toLowercase",
            "Lower case by Unicode, whatever the language; a sigma at the end of a word becomes a"
                + " final one.")
        .add(
            "fn to_uppercase(self: String) -> String",
            "toUppercase",
            "Upper case by Unicode, whatever the language; the text may get longer: `ß` becomes"
                + " `SS`.")
        .add(
            "fn pad_start(self: String, width: u64, fill: char) -> String",
            "padStart",
            "Filled up in front to so many characters; a longer text stays as it is.")
        .add(
            "fn pad_end(self: String, width: u64, fill: char) -> String",
            "padEnd",
            "Filled up behind to so many characters; a longer text stays as it is.")
        .add(
            "fn trim(self: String) -> String",
            "trim",
            "Without white space at both ends. White space is what Unicode calls `White_Space`:"
                + " with the no-break space and U+0085, without U+001C to U+001F.")
        .add(
            "fn trim_start(self: String) -> String",
            "trimStart",
            "Without white space at the beginning; see `trim`.")
        .add(
            "fn trim_end(self: String) -> String",
            "trimEnd",
            "Without white space at the end; see `trim`.");
  }

  private static void addParts(Rows rows) {
    rows.add(
            "fn strip_prefix(self: String, prefix: String) -> String?",
            "stripPrefix",
            "What follows the prefix; `None` if the text does not begin with it.")
        .add(
            "fn strip_suffix(self: String, suffix: String) -> String?",
            "stripSuffix",
            "What stands before the suffix; `None` if the text does not end with it.")
        .add(
            "fn from_chars(characters: List[char]) -> String",
            "fromChars",
            "The text of these characters.")
        .add("fn bytes(self: String) -> StringBytes", "bytes", "The text by its bytes in UTF-8.")
        .add(
            "fn chars(self: String) -> StringChars",
            "chars",
            "The text by its characters (code points).")
        .add(
            "fn lines(self: String) -> StringLines",
            "lines",
            "The text by its lines, which end with LF or CRLF.");
  }

  private static void addSplitting(Rows rows) {
    rows.add(
            "fn split(self: String, separator: String) -> List[String]",
            "split",
            "The parts between separators; empty ones are kept, so `\"\".split(\",\")` has one"
                + " part. An empty separator gives an empty part, each character, and an empty"
                + " part.")
        .add(
            "fn splitn(self: String, n: u64, separator: String) -> List[String]",
            "splitn",
            "As `split`, but at most `n` parts, the last of which is all that remains. 0 gives no"
                + " part, 1 the whole text.")
        .add(
            "fn rsplitn(self: String, n: u64, separator: String) -> List[String]",
            "rsplitn",
            "At most `n` parts, split off from the end, the last part of the text first; the last"
                + " in the list is all that remains.")
        .add(
            "fn split_whitespace(self: String) -> List[String]",
            "words",
            "The parts between white space, as `trim` knows it; none of them is empty.");
  }

  private static void addViews(LibraryBuilder library) {
    new Rows(library, "StringBytes", Texts.class)
        .virtual("fn len(self: StringBytes) -> u64", "len", "How many bytes there are.")
        .virtual(
            "fn get(self: StringBytes, index: u64) -> char?",
            "get",
            "The character that begins at a byte; `None` inside a character and behind the end.")
        .virtual(
            "fn slice(self: StringBytes, start: u64, end: u64) -> String?",
            "slice",
            "The text from a byte up to, not including, another. `None` where one is behind the"
                + " end or inside a character, or `end` is before `start`.")
        .virtual("fn list(self: StringBytes) -> List[u8]", "list", "All bytes.");
    new Rows(library, "StringChars", Texts.class)
        .virtual("fn len(self: StringChars) -> u64", "len", "How many characters there are.")
        .virtual(
            "fn get(self: StringChars, index: u64) -> char?",
            "get",
            "The character at a position, counted from 0; `None` behind the end.")
        .virtual(
            "fn slice(self: StringChars, start: u64, end: u64) -> String?",
            "slice",
            "The text from a character up to, not including, another. `None` where one is behind"
                + " the end, or `end` is before `start`.")
        .virtual("fn list(self: StringChars) -> List[char]", "list", "All characters.");
    new Rows(library, "StringLines", Texts.class)
        .virtual(
            "fn len(self: StringLines) -> u64",
            "len",
            "How many lines there are. There is no empty line behind the last LF, and none in an"
                + " empty text.")
        .virtual(
            "fn get(self: StringLines, index: u64) -> String?",
            "get",
            "A line, counted from 0, without its end; `None` where there are not so many.")
        .virtual(
            "fn slice(self: StringLines, start: u64, end: u64) -> String?",
            "slice",
            "The text from a line up to, not including, another; the ends of the lines stay in it."
                + " `None` where there are not so many lines, or `end` is before `start`.")
        .virtual(
            "fn list(self: StringLines) -> List[String]", "list", "All lines, without their ends.");
  }

  private static void addBuffer(LibraryBuilder library) {
    new Rows(library, "StringBuf", TextBuffer.class)
        .add("fn new() -> StringBuf", "create", "An empty buffer.")
        .add("fn from(text: String) -> StringBuf", "from", "A buffer that holds a text.")
        .virtual(
            "fn push_char(self: StringBuf, character: char)",
            "pushChar",
            "Appends a character, for all who share the buffer.")
        .virtual(
            "fn push_string(self: StringBuf, text: String)",
            "pushString",
            "Appends a text, for all who share the buffer.")
        .virtual("fn as_string(self: StringBuf) -> String", "asString", "The text as it is now.")
        .virtual(
            "fn len(self: StringBuf) -> u64", "len", "How many characters (code points) it holds.")
        .virtual("fn is_empty(self: StringBuf) -> bool", "isEmpty", "Whether it holds nothing.")
        .virtual("fn clear(self: StringBuf)", "clear", "Takes all characters away.");
  }
}
