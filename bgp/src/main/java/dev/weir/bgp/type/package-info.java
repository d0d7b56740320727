/// BGP values: families, origins, communities, distinguishers. Construction is proof; knows no
/// messages.
package dev.weir.bgp.type;
