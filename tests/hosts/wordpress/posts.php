<?php
// Installs WordPress, and makes two posts of an address on a line of its own: as the editor of today saves what is pasted, and as
// the classic one does. Prints their ids.
[, $folder, $pasted] = $argv;
$_SERVER['HTTP_HOST'] = parse_url(getenv('WORDPRESS_ADDRESS'), PHP_URL_HOST);
mysqli_report(MYSQLI_REPORT_OFF);
for ($tries = 0; $tries < 600; $tries++) {
  $database = @mysqli_connect('localhost', 'root', '', '', 0, getenv('DATABASE_SOCKET'));
  if ($database) break;
  usleep(100000);
}
if (!$database) exit("The database does not answer.\n");
mysqli_query($database, 'CREATE DATABASE wordpress');
define('WP_INSTALLING', true);
require "$folder/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('En nettside', 'redaktor', 'redaktor@wordpress.example', false, '', wp_generate_password());
switch_theme('twentytwentythree');
$block = '<!-- wp:embed {"url":"' . $pasted . '"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">' .
  "\n$pasted\n" . '</div></figure><!-- /wp:embed -->';
foreach ([$block, "Se selv:\n\n$pasted\n\nHva synes du?"] as $content) {
  $post = ['post_title' => 'Ventetid på sykehus', 'post_content' => $content, 'post_status' => 'publish', 'post_author' => 1];
  echo wp_insert_post($post), "\n";
}
