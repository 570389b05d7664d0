/** Safety flags of all services, in each of them: whoever found something keeps it, and nobody overlooks it. */
@NullMarked
package org.stepwell.platform.finding;

import org.jspecify.annotations.NullMarked;
