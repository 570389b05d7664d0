/** What the services say to each other. Only this module is known to all of them. */
@NullMarked
package org.stepwell.contracts;

import org.jspecify.annotations.NullMarked;
