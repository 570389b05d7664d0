/** Who may do what: named policies, and the relations they ask for. */
@NullMarked
package org.stepwell.platform.access;

import org.jspecify.annotations.NullMarked;
