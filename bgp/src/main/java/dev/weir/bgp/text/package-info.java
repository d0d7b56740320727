/// Messages for people and programs: each is taken apart into named fields once, and the fields are
/// written as indented lines or as JSON. Knows messages; writes into what it is given.
package dev.weir.bgp.text;
