/// Routes of every family as values, and the fields that carry them: MP_REACH_NLRI, MP_UNREACH_NLRI
/// and the two fields of an UPDATE itself.
///
/// Begin with [dev.weir.bgp.nlri.NlriCursor], which splits a field into routes and decodes the one
/// it stands on when it is asked to; [dev.weir.bgp.nlri.Nlri] is what a route can be. For plain
/// prefixes at full speed there is the cursor of package `wire`, which makes no values.
///
/// Three promises hold for any octets and any family. The routes of a field, laid one behind
/// another, are the field. A route that breaks a rule is a [dev.weir.bgp.nlri.MalformedNlri] with
/// the rule and the place, never an exception. Nothing is allocated that the input's own length
/// does not account for.
package dev.weir.bgp.nlri;
