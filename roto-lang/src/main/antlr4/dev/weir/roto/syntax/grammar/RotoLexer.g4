lexer grammar RotoLexer;
WS: [ \t\r\n]+ -> channel(HIDDEN);
ID: [a-z]+;
