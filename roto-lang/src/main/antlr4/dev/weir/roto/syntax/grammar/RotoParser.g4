/**
 * The sentences of Roto.
 *
 * Every decision looks at one token, so that ANTLR makes a recursive-descent parser of plain
 * switches. What one token cannot tell, the token's type tells: TokenMarks gives some words another
 * type before the parser starts (a `return` with a value, an `else` before `if`), and the actions
 * here do it while it runs (a brace that opens a record, an `if` that begins a statement).
 *
 * A list is written `(element COMMA)*`: the error strategy supplies the comma that may be left out
 * before a closing bracket, and in the same way the semicolon that the last expression of a block
 * does not have. Operators are read flat; their precedence is found when the tree is made.
 */
parser grammar RotoParser;

options { tokenVocab = RotoLexer; superClass = ContextualParser; }

file: topLevel* EOF;
catch [RecognitionException e] { failed(_localctx, e); }

snippet: (snippetItem | statement)* EOF;
catch [RecognitionException e] { failed(_localctx, e); }

typeOnly: type EOF;
catch [RecognitionException e] { failed(_localctx, e); }

// ---- items

topLevel
  : function | test | constant | record | enumeration | importation
  | stray=~(FN | FILTER | FILTERMAP | TEST | CONST | RECORD | ENUM | IMPORT) { stray(); }
  ;
catch [RecognitionException e] { failed(_localctx, e); }

snippetItem: function | test | constant | record | enumeration;
catch [RecognitionException e] { failed(_localctx, e); }

function
  : kind=(FN | FILTER | FILTERMAP) ID typeParameters? parameters (ARROW type)? block;

parameters: LPAREN (field COMMA)* RPAREN;
typeParameters: LBRACKET (ID COMMA)* RBRACKET;
field: ID COLON type;

test: TEST ID block;
constant: CONST ID COLON type ASSIGN expression SEMICOLON;
record: RECORD ID typeParameters? LBRACE (field COMMA)* RBRACE;
enumeration: ENUM ID typeParameters? LBRACE (variant COMMA)* RBRACE;
variant: ID (LPAREN (type COMMA)* RPAREN)?;

importation: IMPORT importTree SEMICOLON;
importTree: importStep (DOT importStep)*;
importStep: segment | LBRACE importTree (COMMA importTree)* RBRACE;
segment: ID | PKG | SUPER | DEP;

// ---- types

type: typeAtom QUESTION*;

typeAtom
  : BANG
  | LPAREN RPAREN
  | LBRACE (field COMMA)* RBRACE
  | segment (DOT segment)* typeArguments?
  ;

typeArguments: LBRACKET (type COMMA)* RBRACKET;

// ---- statements

block: LBRACE body;
armBlock: BODY_LBRACE body;

body
locals [boolean outer]
@init { $outer = head(false); }
@after { head($outer); }
  : statement* RBRACE;

statement
@init { beginStatement(); }
@after { endStatement(); }
  : importation
  | let
  | STATEMENT_IF ifRest
  | STATEMENT_MATCH matchRest
  | STATEMENT_WHILE whileRest
  | STATEMENT_FOR forRest
  | expression SEMICOLON
  | empty=SEMICOLON
  | stray=(RPAREN | RBRACKET | COMMA | DOT | DOTS | DOTS_EQUAL | PLUS | STAR | SLASH | PERCENT
      | COLON | ASSIGN | LESS | GREATER | QUESTION | EQUAL | NOT_EQUAL | AND
      | GREATER_EQUAL | LESS_EQUAL | ARROW | FAT_ARROW | PLUS_ASSIGN | MINUS_ASSIGN | STAR_ASSIGN
      | SLASH_ASSIGN | PERCENT_ASSIGN | DASHES | HASH | INVALID | UNTERMINATED | STRAY_ELSE
      | IN | STD | FORMAT | LAST_OPERATOR) { stray(); }
  ;
catch [RecognitionException e] { failed(_localctx, e); }

let: LET ID (COLON type)? ASSIGN expression SEMICOLON;

// ---- expressions

expression
  : prefix+=(MINUS | BANG)*
    ( greedy
    | postfix (operator operand)* (LAST_OPERATOR (MINUS | BANG)* greedy | assignment chain)?
    )
  ;

chain
  : prefix+=(MINUS | BANG)*
    ( greedy
    | postfix (operator operand)* (LAST_OPERATOR (MINUS | BANG)* greedy)?
    )
  ;

operand: (MINUS | BANG)* postfix;

operator
  : PLUS | MINUS | STAR | SLASH | PERCENT
  | EQUAL | NOT_EQUAL | LESS | LESS_EQUAL | GREATER | GREATER_EQUAL | AND | OR
  ;

assignment: ASSIGN | PLUS_ASSIGN | MINUS_ASSIGN | STAR_ASSIGN | SLASH_ASSIGN | PERCENT_ASSIGN;

greedy: VALUE_LEAVE expression | closure;

closure: (BAR (closureParameter COMMA)* BAR | OR) expression;
closureParameter: ID (COLON type)?;

postfix
@init { beginOperand(); }
@after { endOperand(); }
  : primary { recordBrace(); } (suffix { recordBrace(); })*;

suffix
locals [boolean outer]
@init { $outer = head(false); }
@after { head($outer); }
  : LPAREN (expression COMMA)* RPAREN
  | DOT segment
  | QUESTION
  | LBRACKET range RBRACKET
  | RECORD_LBRACE (fieldValue COMMA)* RBRACE
  ;

primary
  : parenthesis
  | list
  | anonymousRecord
  | block
  | IF ifRest
  | MATCH matchRest
  | WHILE whileRest
  | FOR forRest
  | leave=(RETURN | ACCEPT | REJECT)
  | BREAK
  | CONTINUE
  | fString
  | literal
  | segment
  ;

parenthesis
locals [boolean outer]
@init { $outer = head(false); }
@after { head($outer); }
  : LPAREN expression? RPAREN;

list
locals [boolean outer]
@init { $outer = head(false); }
@after { head($outer); }
  : LBRACKET (expression COMMA)* RBRACKET;

anonymousRecord
locals [boolean outer]
@init { $outer = head(false); }
@after { head($outer); }
  : ANONYMOUS_LBRACE (fieldValue COMMA)* RBRACE;

fieldValue: ID COLON expression;

range: expression ((DOTS | DOTS_EQUAL) expression)?;

fString: F_START (INNER_TEXT | hole)* F_END;

hole
locals [boolean outer]
@init { $outer = head(false); }
@after { head($outer); }
  : F_OPEN expression FORMAT? RBRACE;

ifRest: condition block (ELSE_IF IF condition block)* (ELSE block)?;
whileRest: condition block;
forRest: ID IN iterable block;
matchRest: examinee arms;

condition
locals [boolean outer]
@init { $outer = head(true); }
@after { head($outer); }
  : LET pattern ASSIGN expression | expression;

iterable
locals [boolean outer]
@init { $outer = head(true); }
@after { head($outer); }
  : range;

examinee
locals [boolean outer]
@init { $outer = head(true); }
@after { head($outer); }
  : expression;

arms
locals [boolean outer]
@init { $outer = head(false); }
@after { head($outer); }
  : LBRACE arm* RBRACE;

arm: pattern (IF expression)? FAT_ARROW { beginArmBody(); } (armBlock COMMA? | expression COMMA);
catch [RecognitionException e] { failed(_localctx, e); }

literal
  : TRUE | FALSE | INTEGER | FLOAT | CHARACTER | STRING | ASN | IPV4 | IPV6;

// ---- patterns

pattern: simplePattern (BAR simplePattern)*;

simplePattern
  : segment (DOT segment)* (arguments=patternArguments | fields=patternFields)?
  | fields=patternFields
  | from=bound (SLASH length=INTEGER)? (dots=(DOTS | DOTS_EQUAL) to=bound?)?
  | dots=(DOTS | DOTS_EQUAL) to=bound
  ;

patternArguments: LPAREN (pattern COMMA)* RPAREN;
patternFields: LBRACE (fieldPattern COMMA)* DOTS? RBRACE;
fieldPattern: ID (COLON pattern)?;
bound: MINUS? literal;
