<?php
// WordPress asks no addresses of the machine that it runs on, nor at unusual ports, and the simulator under test has such
// a one.
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn($ports, $host, $url) => [...$ports, parse_url($url, PHP_URL_PORT)], 10, 3);
// Its emoji come from elsewhere.
remove_action('wp_head', 'print_emoji_detection_script', 7);
