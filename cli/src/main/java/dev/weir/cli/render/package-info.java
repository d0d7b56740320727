/// Text for people and JSON for programs: what the verbs print with. Knows terminals, knows nothing
/// of zones or routes.
package dev.weir.cli.render;
