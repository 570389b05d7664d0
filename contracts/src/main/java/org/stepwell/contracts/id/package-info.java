/** Who and what we talk about: one id type per noun, a UUIDv7 inside, a bare string on the wire. */
@NullMarked
package org.stepwell.contracts.id;

import org.jspecify.annotations.NullMarked;
