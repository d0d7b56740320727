/**
 * The words of Roto.
 *
 * ANTLR takes the longest match, which gives the order that the language prescribes (addresses
 * before numbers before names), because an address that contains a colon or three points is longer
 * than the name or number it begins with. What is easier to say by a loop than by an expression
 * (ends of texts and comments, the point of a number) is in the class TokenScanner.
 */
lexer grammar RotoLexer;

options { superClass = TokenScanner; }

tokens {
  // made from other tokens by their surroundings, before or while the parser reads them
  ELSE_IF, STRAY_ELSE, VALUE_LEAVE, BREAK, CONTINUE, LAST_OPERATOR,
  STATEMENT_IF, STATEMENT_MATCH, STATEMENT_WHILE, STATEMENT_FOR,
  BODY_LBRACE, RECORD_LBRACE, ANONYMOUS_LBRACE,
  // made from others by the scanner
  FLOAT, FORMAT, SHEBANG, DOC_COMMENT, UNTERMINATED, INNER_TEXT
}

WHITE_SPACE: [\p{White_Space}]+ -> channel(HIDDEN);
LINE_COMMENT: '//' { lineComment(); } -> channel(HIDDEN);
BLOCK_COMMENT: '/*' { blockComment(); } -> channel(HIDDEN);

IPV6: HEXDIGIT* ':' HEXDIGIT* ':' (HEXDIGIT | ':')*;
IPV4: DIGIT+ '.' DIGIT+ '.' DIGIT+ '.' DIGIT*;
INTEGER: DIGIT { number(); };
F_START: 'f"' -> pushMode(F_STRING);
STRING: '"' { string(); };
CHARACTER: '\'' { character(); };

ACCEPT: 'accept';
CONST: 'const';
DEP: 'dep';
ELSE: 'else';
ENUM: 'enum';
FILTER: 'filter';
FILTERMAP: 'filtermap';
FN: 'fn';
FOR: 'for';
IF: 'if';
IMPORT: 'import';
IN: 'in';
LET: 'let';
MATCH: 'match';
PKG: 'pkg';
RECORD: 'record';
REJECT: 'reject';
RETURN: 'return';
STD: 'std';
SUPER: 'super';
TEST: 'test';
WHILE: 'while';
TRUE: 'true';
FALSE: 'false';
ID: [\p{XID_Start}_] [\p{XID_Continue}]* { name(); };
ASN: 'AS' DIGIT+;

EQUAL: '==';
NOT_EQUAL: '!=';
AND: '&&';
OR: '||';
GREATER_EQUAL: '>=';
LESS_EQUAL: '<=';
ARROW: '->';
FAT_ARROW: '=>';
PLUS_ASSIGN: '+=';
MINUS_ASSIGN: '-=';
STAR_ASSIGN: '*=';
SLASH_ASSIGN: '/=';
PERCENT_ASSIGN: '%=';
DASHES: '--';
DOTS: '..';
DOTS_EQUAL: '..=';
LBRACE: '{' { openBrace(false); } -> pushMode(DEFAULT_MODE);
RBRACE: '}' { closeBrace(); };
LPAREN: '(' { openBracket(); };
RPAREN: ')' { closeBracket(); };
LBRACKET: '[' { openBracket(); };
RBRACKET: ']' { closeBracket(); };
COMMA: ',';
DOT: '.';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
PERCENT: '%';
COLON: ':' { colon(); };
SEMICOLON: ';';
ASSIGN: '=';
LESS: '<';
GREATER: '>';
BANG: '!';
QUESTION: '?';
BAR: '|';
HASH: '#' { hash(); };
INVALID: .;

fragment DIGIT: [0-9];
fragment HEXDIGIT: [0-9a-fA-F];

mode F_STRING;

F_END: '"' -> popMode;
F_DOUBLE: '{{' { innerText(); } -> type(INNER_TEXT);
F_OPEN: '{' { openBrace(true); } -> pushMode(DEFAULT_MODE);
F_ESCAPE: '\\' { innerEscape(); innerText(); } -> type(INNER_TEXT);
F_TEXT: ~["{\\] { innerText(); } -> type(INNER_TEXT);
